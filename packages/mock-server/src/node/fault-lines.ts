import type { Mock } from '../mock.ts';
import type { FaultReport } from '../mock-document.ts';

const SHOWN = 10;

/**
 * What is wrong with the document, for the terminal: a count, and the place of each fault.
 *
 * @param mock - What is served all the same.
 * @param report - The faults.
 * @param isVerbose - Whether all are shown, rather than the first ten.
 */
export async function faultLines(
  mock: Pick<Mock, 'model'>,
  { faults, locate }: FaultReport,
  isVerbose: boolean,
): Promise<string> {
  const problems = await locate(isVerbose ? faults : faults.slice(0, SHOWN));
  const stopped = mock.model.operations.filter((operation) => operation.faults !== undefined);
  const rest = faults.length - problems.length;
  return `${[
    `warning: ${count(faults.length, 'fault')} in the document, ${count(stopped.length, 'operation')} stopped (501).`,
    ...problems.map(
      ({ file, line, column, pointer, message }) =>
        `  ${file}:${line}:${column} ${pointer} ${message}`,
    ),
    ...(rest > 0 ? [`  and ${rest} more; --verbose shows all.`] : []),
  ].join('\n')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
