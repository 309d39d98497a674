/** Compares what the guides of the key systems say with the tests that show it. */

const TEST = /^(?:fact|test)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm;
const FACT = /^fact\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm;

/** A guide and the sources of the tests that belong to it. */
export interface DialectPages {
  /** For the lines that tell what is wrong. */
  readonly name: string;
  /** The guide's Markdown. */
  readonly guide: string;
  /** Sources of the dialect's own tests: each of their facts must have a row. */
  readonly tests: readonly string[];
  /** Sources of tests that rows may name as well. */
  readonly shared: readonly string[];
}

/**
 * What guide and tests do not agree about.
 *
 * @returns A line for each row without a test, each test without a row, and each title that stands twice.
 */
export function findDialectFaults({ name, guide, tests, shared }: DialectPages): string[] {
  const rows = titlesOfRows(guide);
  const known = new Set([...tests, ...shared].flatMap((source) => titles(source, TEST)));
  const facts = tests.flatMap((source) => titles(source, FACT));
  return [
    ...(rows.length === 0 ? [`${name}: the guide has no table of facts.`] : []),
    ...rows.filter((row) => !known.has(row)).map((row) => `${name}: no test shows "${row}".`),
    ...facts
      .filter((fact) => !rows.includes(fact))
      .map((fact) => `${name}: no row names the test "${fact}".`),
    ...facts
      .filter((fact, at) => facts.indexOf(fact) !== at)
      .map((fact) => `${name}: two tests have the title "${fact}".`),
  ];
}

function titles(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));
}

/** The last cells of the tables whose last column is headed "shown by". */
function titlesOfRows(guide: string): string[] {
  const found: string[] = [];
  let isFacts = false;
  for (const line of guide.split('\n')) {
    if (!line.startsWith('|')) {
      isFacts = false;
      continue;
    }
    const last = line.split('|').at(-2)?.trim() ?? '';
    if (last === 'shown by') isFacts = true;
    else if (isFacts && !/^-+$/.test(last)) found.push(last);
  }
  return found;
}
