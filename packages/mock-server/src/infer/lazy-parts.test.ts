import { expect, test } from 'vitest';
import type { ScopeParameter } from './collection.ts';
import { LazyCollection, LazyRole } from './lazy-parts.ts';

const facts = {
  ...{ name: '/tasks', noun: 'task', schema: {}, idProperty: 'id', idStyle: 'text' as const },
  ...{ idPrefix: '', isSingleton: false, firstRows: [] },
};
const list = { itemsPointer: '', facts: new Map(), linkHeader: false, search: [] };

test('the scope of a collection is read when it is first asked for, and once', () => {
  const scope: ScopeParameter[] = [{ parameter: 'owner' }];
  let reads = 0;
  const collection = new LazyCollection(facts, () => {
    reads++;
    return scope;
  });
  expect([reads, collection.name]).toEqual([0, '/tasks']);
  expect([collection.scope, collection.scope, reads]).toEqual([scope, scope, 1]);
});

test('scope and list of a part are read when they are first asked for, and once', () => {
  const collection = new LazyCollection(facts, () => []);
  const reads: string[] = [];
  const late = <T>(name: string, value: T) => {
    return (): T => {
      reads.push(name);
      return value;
    };
  };
  const role = new LazyRole(
    { verb: 'list', collection, because: [] },
    { scope: late('scope', []), list: late('list', list) },
  );
  expect([role.verb, reads]).toEqual(['list', []]);
  expect([role.list, role.list, role.scope, role.scope]).toEqual([list, list, [], []]);
  expect(reads).toEqual(['list', 'scope']);
});
