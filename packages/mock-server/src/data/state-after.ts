import type { JsonValue } from '@product/spec-model';
import { snakeCase } from './snake-case.ts';

const states = /(^|_)(status|state|phase|stage)$/;

/** Whether a field of this name, in snake case, says how things stand with its row. */
export function namesState(name: string): boolean {
  return states.test(name);
}

// What verbs lead to where the state is called by another word, by the stem of the verb.
const outcomes: { readonly [stem: string]: readonly string[] } = {
  ...{
    confirm: ['succeeded', 'active', 'accepted'],
    captur: ['succeeded'],
    pay: ['paid', 'succeeded'],
  },
  ...{
    start: ['running', 'in_progress', 'active'],
    resum: ['active', 'running'],
    stop: ['finished'],
  },
  ...{ enabl: ['active'], disabl: ['inactive'], activat: ['active'], restor: ['active', 'open'] },
  ...{
    deactivat: ['inactive', 'disabled'],
    suspend: ['inactive'],
    terminat: ['ended', 'canceled'],
  },
  ...{ reopen: ['open'], finaliz: ['open'], send: ['sent', 'open'], unarchiv: ['active'] },
  ...{ merg: ['merged', 'closed'] },
  ...{ complet: ['done', 'finished'], finish: ['done', 'completed'], approv: ['accepted'] },
  ...{
    deni: ['rejected'],
    declin: ['rejected'],
    void: ['canceled', 'cancelled'],
    block: ['suspended'],
  },
};

/**
 * The state that a verb leads to: `cancel` to `canceled`.
 *
 * @param choices - The states that there are.
 * @param name - Of the field, in snake case.
 * @param stem - Of the verb, as {@link stemOf} gives it.
 * @returns Absent where the field is no state, or has none for the verb.
 */
export function stateNamed(
  choices: readonly JsonValue[],
  name: string,
  stem: string,
): JsonValue | undefined {
  if (!namesState(name) || stem === '') return undefined;
  const others = Object.hasOwn(outcomes, stem) ? (outcomes[stem] ?? []) : [];
  for (const wanted of [stem, ...others.map(stemOf)]) {
    const state = choices.find((choice) => stemOf(String(choice)) === wanted);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** What words of one verb share: `cancel`, `canceled`, `cancelled` and `cancelling` are `cancel`. */
export function stemOf(word: string): string {
  return snakeCase(word)
    .replace(/^(mark(ed)?|set|make|made)_(as_)?/, '')
    .replace(/([^aeiou])(ying|ies|ied|y)$/, '$1i')
    .replace(/(ing|ed|es|e|s)$/, '')
    .replace(/([^aeiou])\1$/, '$1');
}

/** Stems of what the deed of a verb is called. */
export interface FactNames {
  readonly done: ReadonlySet<string>;
  readonly undone: ReadonlySet<string>;
  /** What is still to be done, whole words: `cancel` of `cancel_at`. */
  readonly ahead: ReadonlySet<string>;
}

// Verbs whose deed is not spelled as they are.
const pasts: { readonly [verb: string]: string } = {
  ...{ pay: 'paid', send: 'sent', hide: 'hidden', freeze: 'frozen', withdraw: 'withdrawn' },
  ...{ begin: 'begun', win: 'won', lose: 'lost', give: 'given', take: 'taken', read: 'read' },
};

// Flags that a verb sets, and those that it clears, where they are called by other words.
const sets: { readonly [stem: string]: readonly string[] } = {
  ...{ complet: ['done'], finish: ['done', 'completed'], resolv: ['done'] },
  ...{ activat: ['active', 'enabled'], enabl: ['active'] },
};
const clears: { readonly [stem: string]: readonly string[] } = {
  ...{
    deactivat: ['active', 'activated', 'enabled'],
    disabl: ['active', 'enabled'],
    suspend: ['active'],
  },
  ...{ reopen: ['done', 'completed', 'closed', 'resolved'] },
};

function stemsOf(names: typeof sets, stem: string): readonly string[] {
  return Object.hasOwn(names, stem) ? (names[stem] ?? []).map(stemOf) : [];
}

/** The verb that leads to a state, as far as {@link factNames} needs it: `close` for `closed`. */
export function verbOf(state: string): string {
  const name = snakeCase(state);
  const irregular = Object.entries(pasts).find(([, past]) => past === name);
  return irregular?.[0] ?? name.replace(/ed$/, 'e');
}

/**
 * What the deed of a verb is called, and what it takes back, by their stems: for `unlock`, `unlock` is
 * done and `lock` is undone.
 *
 * @param isEnd - Whether it is the end of a life.
 */
export function factNames(word: string, isEnd = false): FactNames {
  const verb = snakeCase(word);
  const stem = stemOf(verb);
  if (stem === '') return { done: new Set(), undone: new Set(), ahead: new Set() };
  const bare = verb.replace(/([^s])s$/, '$1');
  const past = Object.hasOwn(pasts, verb) ? pasts[verb] : undefined;
  const positive = stem.replace(/^(un|dis)_?(?=[a-z]{3})/, '');
  return {
    done: new Set([
      ...[stem, ...stemsOf(sets, stem)],
      ...(past === undefined ? [] : [stemOf(past)]),
      ...(isEnd ? ['end'] : []),
    ]),
    undone: new Set([
      ...(positive === stem ? [] : [positive, stemOf(positive)]),
      ...stemsOf(clears, stem),
    ]),
    ahead: new Set(past === verb ? [] : [bare, `${bare}s`]),
  };
}
