import type { JsonObject } from '@product/spec-model';
import { snakeCase } from '../../../data/snake-case.ts';
import { foldName } from '../../../infer/fold-name.ts';
import type { Call } from '../../handler.ts';

const masks = new Set(['updatemask', 'fieldmask', 'mask']);

/**
 * What of a change is meant, where a parameter such as `updateMask` names it: nothing else is changed,
 * and what is named and not sent is taken away.
 *
 * @see AIP-134
 */
export function maskSent({ input }: Call, sent: JsonObject): JsonObject {
  if (input.query.size === 0) return sent;
  const [, mask] = [...input.query].find(([name]) => masks.has(foldName(name))) ?? [];
  const paths = [mask].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []));
  if (paths.length === 0 || paths.includes('*')) return sent;
  const named = new Set(paths.map((path) => snakeCase(path.trim().split('.')[0] ?? '')));
  const kept = Object.entries(sent).filter(([name]) => named.has(snakeCase(name)));
  const known = new Set(kept.map(([name]) => snakeCase(name)));
  const gone = paths.filter((path) => /^\w+$/.test(path) && !known.has(snakeCase(path)));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(kept) };
}

/** The id that a client gives a new row by a parameter of the query, such as `bookId` (AIP-133). */
export function idInQuery({ input }: Call, noun: string): string | undefined {
  if (input.query.size === 0) return undefined;
  const wanted = `${foldName(noun)}id`;
  const found = [...input.query].find(([name]) => foldName(name) === wanted)?.[1];
  return typeof found === 'string' && found !== '' ? found : undefined;
}
