import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface Arguments {
  /** Path of the document. */
  readonly document: string;
  /** Paths of overlays, in the order in which they are applied. */
  readonly overlays: readonly string[];
  /** Output folder. */
  readonly out: string;
  /** Name of the client class. */
  readonly client: string;
  /** Name of the package. */
  readonly package: string;
  /** Write nothing; tell what would change. */
  readonly check: boolean;
  /** Generate again whenever the document changes. */
  readonly watch: boolean;
  /** Print the usage and stop. */
  readonly help: boolean;
}

/** The command cannot be understood; the message says what to do. */
export class UsageError extends Error {
  /** Tells this error from others without `instanceof`. */
  readonly kind: 'usage' = 'usage';
}

const OPTIONS = {
  overlay: { type: 'string', multiple: true },
  out: { type: 'string' },
  client: { type: 'string' },
  package: { type: 'string' },
  check: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads the words after the command's name.
 *
 * @throws A {@link UsageError} when one is unknown, twice or missing.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') {
      refuseUnknown(token.name, token.rawName, token.value);
    }
  }
  if (values['help'] === true) {
    return {
      document: '',
      overlays: [],
      out: '',
      client: '',
      package: '',
      check: false,
      watch: false,
      help: true,
    };
  }
  const [document, second] = positionals;
  if (document === undefined || second !== undefined) {
    throw new UsageError('cannot generate: exactly one document is needed. Name its path.');
  }
  if (values['check'] === true && values['watch'] === true) {
    throw new UsageError('cannot check and watch at once. Leave one of them out.');
  }
  return {
    document,
    overlays: (values['overlay'] ?? []).map(String),
    out: needed(values['out'], 'out', 'dir'),
    client: nameOfClass(needed(values['client'], 'client', 'ProductClient')),
    package: needed(values['package'], 'package', '@product/api-client'),
    check: values['check'] === true,
    watch: values['watch'] === true,
    help: false,
  };
}

function refuseUnknown(name: string, rawName: string, value: string | undefined): void {
  const known = Object.keys(OPTIONS);
  const option = Object.entries(OPTIONS).find(([option]) => option === name)?.[1];
  if (option === undefined) {
    const nearest = known.toSorted((one, other) => distance(one, name) - distance(other, name))[0];
    throw new UsageError(
      `cannot read ${rawName}: there is no such option. Did you mean --${nearest}?`,
    );
  }
  if (option.type === 'string' && (value === undefined || value === '')) {
    throw new UsageError(`cannot read ${rawName}: it has no value. Give one after it.`);
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw new UsageError(
      `cannot read ${rawName}=${value}: it takes no value. Leave the value out.`,
    );
  }
}

function needed(value: unknown, option: string, example: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new UsageError(`cannot generate: --${option} is missing. Add --${option} ${example}.`);
  }
  return value;
}

function nameOfClass(name: string): string {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    throw new UsageError(
      `cannot name the client ${name}: it must be a class name. Use letters and digits, a capital first.`,
    );
  }
  return name;
}

/** Levenshtein distance, to suggest the option that was meant. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, against] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
