import type { JsonObject } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import { notFound, type Outcome } from '../exchange/outcome.ts';
import type { Collection } from '../infer/collection.ts';
import type { Row } from '../state/row-group.ts';
import type { Table } from '../state/table.ts';
import type { Call } from './handler.ts';

/** The collection that an operation belongs to. */
export function collectionOf({ core, operation }: Call): Collection {
  const role = core.collections.roles.get(operation.id);
  if (role !== undefined) return role.collection;
  const owner = ownerOf(operation.path);
  const collection = core.collections.byName.get(owner);
  if (collection !== undefined) return collection;
  throw new Error(`cannot handle ${operation.id}: ${operation.path} belongs to no collection.`);
}

/** The rows of a collection in the caller's mode; of the operation's own when left out. */
export function tableOf(call: Call, collection: Collection = collectionOf(call)): Table {
  return call.core.worlds.table(call.mode, collection.name);
}

/** The row that the path names, or a 404. */
export function rowOf(call: Call): { readonly row: Row } | { readonly missing: Outcome } {
  const id = itemId(call);
  const row = tableOf(call).get(id);
  return row === undefined ? { missing: notFound(collectionOf(call).noun, id) } : { row };
}

/** The last parameter of the path. */
export function itemId({ operation, input }: Call): string {
  return String(input.path.get(operation.pathNames.at(-1) ?? '') ?? '');
}

/** The instant of a change, for rows that show one. */
export function touch({ data }: Row, now: number): JsonObject {
  return 'updated_at' in data ? { updated_at: instantText(now) } : {};
}

// `/tasks/{id}/close` belongs to `/tasks`.
function ownerOf(path: string): string {
  return path.replace(/\/\{[^{}]*\}(\/[^{}]*)?$/, '');
}
