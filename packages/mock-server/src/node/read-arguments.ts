import { parseArgs } from 'node:util';
import { suggestName } from '../options/nearest-name.ts';

/** What the command line asks for. */
export interface Arguments {
  /** Path of an OpenAPI document; the Product API when absent. */
  readonly document?: string;
  /** Paths of overlays of the document, in the order in which they are applied. */
  readonly overlays: readonly string[];
  /** TCP port, 0 for any free one. */
  readonly port: number;
  /** Host name or address to bind. */
  readonly host: string;
  /** The same seed gives the same keys and ids. */
  readonly seed: number;
  /** Whether references to `http:` and `https:` are fetched. */
  readonly allowRemote: boolean;
  /** Whom the security of a document without a key policy lets in. */
  readonly security: 'open' | 'strict' | 'off';
  /** Whether references to rows that do not exist are refused. */
  readonly references: 'open' | 'strict';
  /** Whether query parameters that the document does not describe are refused. */
  readonly strict: boolean;
  /** Whether every fault of the document is shown. */
  readonly verbose: boolean;
  /** Only show how to use the command. */
  readonly help: boolean;
  /** Only show the version. */
  readonly version: boolean;
}

/** A command line that asks for something impossible. */
export class UsageError extends Error {
  /** Tells this error from others without `instanceof`. */
  readonly kind: 'usage' = 'usage';
}

const options = {
  overlay: { type: 'string', multiple: true },
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string', default: '1' },
  'allow-remote': { type: 'boolean', default: false },
  security: { type: 'string', default: 'open' },
  references: { type: 'string', default: 'open' },
  strict: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line.
 *
 * @param argv - Without the program and the script.
 * @throws {@link UsageError} with what is wrong and the nearest right word.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token);
  const [document, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(`cannot serve two documents: ${positionals.join(', ')}. Name one.`);
  }
  const overlays = (values.overlay ?? []).map(String);
  if (document === undefined && overlays.length > 0) {
    const message = 'cannot apply an overlay: there is no document. Name the document before it.';
    throw new UsageError(message);
  }
  return {
    overlays,
    ...(document === undefined ? {} : { document }),
    port: wholeNumber('port', values.port, 65_535),
    host: String(values.host),
    seed: wholeNumber('seed', values.seed, Number.MAX_SAFE_INTEGER),
    allowRemote: values['allow-remote'] === true,
    security: choiceOf('security', values.security, ['open', 'strict', 'off']),
    references: choiceOf('references', values.references, ['open', 'strict']),
    strict: values.strict === true,
    verbose: values.verbose === true,
    help: values.help === true,
    version: values.version === true,
  };
}

function choiceOf<Choice extends string>(
  name: string,
  value: unknown,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const reason = `there is no "${String(value)}". ${suggestName(String(value), choices)}`;
  throw new UsageError(`cannot read --${name}: ${reason}`);
}

/** An option of a command line, as `parseArgs` finds it. */
export interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

/**
 * Refuses an option that does not exist, or has a value where it takes none.
 *
 * @param token - As `parseArgs` finds it.
 * @param known - What `parseArgs` was told.
 * @throws {@link UsageError} with the nearest right word.
 */
export function checkOption(
  { name, rawName, value }: OptionToken,
  known: { readonly [name: string]: { readonly type: string } } = options,
): void {
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  if (option === undefined) {
    const flags = Object.keys(known).map((flag) => `--${flag}`);
    throw new UsageError(
      `cannot read the arguments: ${rawName} is unknown. ${suggestName(rawName, flags)}`,
    );
  }
  if (option.type === 'string' && (value === undefined || value === '')) {
    throw new UsageError(`cannot read the arguments: ${rawName} has no value. Give one after it.`);
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw new UsageError(`cannot read the arguments: ${rawName} takes no value. Leave it out.`);
  }
}

function wholeNumber(name: string, value: unknown, most: number): number {
  const text = String(value);
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(
    `cannot read --${name}: "${text}" is not one. Give a whole number from 0 to ${most}.`,
  );
}
