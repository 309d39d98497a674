import { parseArgs } from 'node:util';
import { checkOption, UsageError } from './read-arguments.ts';

/** What is to be inspected, and how it is shown. */
export interface InspectArguments {
  readonly document: string;
  readonly overlays: readonly string[];
  readonly allowRemote: boolean;
  /** As JSON for tools, rather than as text. */
  readonly json: boolean;
}

const options = {
  overlay: { type: 'string', multiple: true },
  'allow-remote': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads what stands behind `product-mock inspect`.
 *
 * @returns `help` when only the use of the command is asked for.
 * @throws {@link UsageError} with what is wrong and the nearest right word.
 */
export function readInspectArguments(argv: readonly string[]): InspectArguments | 'help' {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token, options);
  if (values.help === true) return 'help';
  const [document, ...more] = positionals;
  if (document === undefined || more.length > 0) {
    const reason = document === undefined ? 'no document is named' : 'there are several documents';
    throw new UsageError(`cannot inspect: ${reason}. Name one.`);
  }
  return {
    document,
    overlays: (values.overlay ?? []).map(String),
    allowRemote: values['allow-remote'] === true,
    json: values.json === true,
  };
}
