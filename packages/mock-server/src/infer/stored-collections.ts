import type { Collection } from './collection.ts';
import type { Collections } from './infer-collections.ts';
import type { ListShape, PageFact, Role } from './role.ts';

/** {@link Collections} as plain data, so that a document's can be inferred when it is built in. */
export interface StoredCollections {
  readonly collections: readonly Collection[];
  readonly roles: readonly (readonly [operation: string, role: StoredRole])[];
}

interface StoredRole extends Omit<Role, 'collection' | 'list' | 'because'> {
  /** The place of its collection among all. */
  readonly of: number;
  readonly list?: StoredList;
}

interface StoredList extends Omit<ListShape, 'facts'> {
  readonly facts: readonly (readonly [pointer: string, fact: PageFact])[];
}

/** Writes collections as plain data. The reasons behind them are left out: they are for people. */
export function storeCollections({ byName, roles }: Collections): StoredCollections {
  const collections = [...byName.values()];
  return {
    collections: collections.map((collection) => {
      const { firstRows, ...facts } = collection;
      return { ...facts, scope: collection.scope, firstRows };
    }),
    roles: [...roles].map(([operation, role]) => [
      operation,
      storeRole(role, collections.indexOf(role.collection)),
    ]),
  };
}

// Scope and list may be read only when they are asked for: a copy of the rest does not have them.
function storeRole(role: Role, of: number): StoredRole {
  const { collection: _, list: __, because: ___, action, ...facts } = role;
  const { scope, list } = role;
  const word = action === undefined ? {} : { action };
  const stored = list && { list: { ...list, facts: [...list.facts] } };
  return { ...facts, scope, ...word, of, ...stored };
}

/** Reads collections that were stored. */
export function recallCollections({ collections, roles }: StoredCollections): Collections {
  return {
    byName: new Map(collections.map((collection) => [collection.name, collection])),
    roles: new Map(
      roles.flatMap(([operation, stored]) => recallRole(collections, operation, stored)),
    ),
    reasons: new Map(),
  };
}

function recallRole(
  collections: readonly Collection[],
  operation: string,
  { of, list, ...role }: StoredRole,
): [string, Role][] {
  const collection = collections[of];
  if (collection === undefined) return [];
  const shape = list && { list: { ...list, facts: new Map(list.facts) } };
  return [[operation, { ...role, collection, because: [], ...shape }]];
}
