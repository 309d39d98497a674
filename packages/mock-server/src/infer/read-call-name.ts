import { singular, wordsOf } from './fold-name.ts';
import { keyOf, type PathPart } from './read-path.ts';
import type { Verb } from './role.ts';
import type { Reading } from './survey.ts';

/** What the path of a call says that it does. */
export interface CallName {
  readonly verb: Verb;
  /** The word of an `action`; empty for other verbs. */
  readonly action: string;
  /** What it does it to, singular and folded. */
  readonly noun: string;
  /** The key of the path before that. */
  readonly prefix: string;
}

const words: { readonly [verb in Verb]?: string } = {
  get: 'get fetch retrieve read info describe view show find lookup details',
  list: 'list search query all',
  create: 'create add new register insert make',
  update: 'update edit modify patch change set rename',
  delete: 'delete remove destroy erase',
};
const verbs: ReadonlyMap<string, Verb> = new Map(
  Object.entries(words).flatMap(([verb, text]) =>
    // Object.entries() forgets that its names are verbs.
    text.split(' ').map((word): [string, Verb] => [word, verb as Verb]),
  ),
);

/**
 * Reads a path that names what is done, and to what: `/createUser`, `/users.create`, `/users/create`,
 * `/deactivateUser`.
 *
 * @returns Absent for a path with parameters, and for one that names no verb.
 */
export function readCallName(parts: readonly PathPart[], reading: Reading): CallName | undefined {
  if (parts.length === 0 || parts.some(({ kind }) => kind !== 'word')) return undefined;
  const { method } = reading.operation;
  if (method !== 'POST' && method !== 'GET') return undefined;
  const [named, before] = [wordsOf(parts.at(-1)?.text ?? ''), parts.at(-2)];
  if (named.length > 1) return readWords(named, keyOf(parts.slice(0, -1)), reading);
  if (before === undefined || /^v\d+$/.test(before.text)) return undefined;
  const both = [...wordsOf(before.text), ...named];
  return readWords(both, keyOf(parts.slice(0, -2)), reading);
}

function readWords(
  named: readonly string[],
  prefix: string,
  reading: Reading,
): CallName | undefined {
  const [first = '', last = ''] = [named[0], named.at(-1)];
  const leads = verbs.has(first);
  const verb = verbs.get(first) ?? verbs.get(last);
  const isPost = reading.operation.method === 'POST';
  if (verb === undefined && !isPost) return undefined;
  // An unknown verb stands before its noun, but behind it where that comes with a dot or a slash.
  const isBehind = !leads && (verb !== undefined || isDotted(reading));
  const noun = singular((isBehind ? named.slice(0, -1) : named.slice(1)).join(''));
  const action = isBehind ? last : first;
  if (noun === '') return undefined;
  if (verb === undefined) return { verb: 'action', action, noun, prefix };
  const isList = verb === 'get' && reading.answer.kind === 'list';
  return { verb: isList ? 'list' : verb, action: '', noun, prefix };
}

function isDotted({ parts }: Reading): boolean {
  const text = parts.at(-1)?.text ?? '';
  return text.includes('.') || wordsOf(text).length === 1;
}
