import { expect, test } from 'vitest';
import { factNames, stemOf } from './state-after.ts';

test.each([
  ['complete', 'done', 'done'],
  ['enable', 'active', 'done'],
  ['deactivate', 'active', 'undone'],
  ['disable', 'enabled', 'undone'],
  ['reopen', 'closed', 'undone'],
  ['unlock', 'locked', 'undone'],
] as const)('after %s, the flag %s is %s', (verb, flag, way) => {
  const facts = factNames(verb);
  expect(facts[way].has(stemOf(flag))).toBe(true);
  expect(facts[way === 'done' ? 'undone' : 'done'].has(stemOf(flag))).toBe(false);
});
