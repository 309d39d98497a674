import { inspect } from 'node:util';

/** A part of a secret of this length is a leak: lists of keys display less. */
const LEAST = 12;
/** Every part of that length holds one of the pieces of half of it that a secret is made of. */
const PIECE = LEAST / 2;

/** A part of a secret that a text holds, if that is a leak; `undefined` is what is wanted. */
export function findLeak(text: string, secrets: readonly string[]): string | undefined {
  for (const secret of secrets.filter((one) => holdsPiece(text, one))) {
    for (let at = 0; at + LEAST <= secret.length; at++) {
      const part = secret.slice(at, at + LEAST);
      if (text.includes(part)) return part;
    }
  }
  return undefined;
}

function holdsPiece(text: string, secret: string): boolean {
  for (let at = 0; at + PIECE <= secret.length; at += PIECE) {
    if (text.includes(secret.slice(at, at + PIECE))) return true;
  }
  return false;
}

/** Everything of a value that a person, a log or a debugger can get to see, as one text. */
export function showAll(value: unknown): string {
  const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
  return [
    inspect(value, { ...everything, getters: true }),
    inspect(value, { ...everything, customInspect: false }),
    toText(() => JSON.stringify(value)),
    toText(() => inspect(structuredClone(value), everything)),
    walk(value, new Set()),
  ].join('\n');
}

function toText(write: () => unknown): string {
  try {
    return String(write());
  } catch {
    return ''; // what cannot be written shows nothing
  }
}

/** Names and values of all own properties, hidden ones too, down to the last. */
function walk(value: unknown, seen: Set<unknown>): string {
  if (typeof value !== 'object' || value === null) return toText(() => value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Reflect.ownKeys(value).map(
    (name) => `${String(name)}: ${walk(Reflect.get(value, name), seen)}`,
  );
  const listed = value instanceof Headers ? [...value].flat() : [];
  return [toText(() => `${value}`), ...own, ...listed].join('\n');
}
