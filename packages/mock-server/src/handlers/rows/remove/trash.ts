import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { stemOf } from '../../../data/state-after.ts';
import type { Collection } from '../../../infer/collection.ts';
import type { Role } from '../../../infer/role.ts';
import { ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Call } from '../../handler.ts';
import { instantValue } from '../make/instant-writer.ts';
import { propertiesOf } from '../row-properties.ts';

/** How rows show that they were deleted and can be taken back: `deleted_at`, `is_deleted`. */
export interface Trash {
  readonly name: string;
  readonly property: JsonSchema;
}

const kept = new WeakMap<Collection, Trash | undefined>();

/**
 * The member by which rows that were deleted stay as such, where the document has a way to restore
 * them.
 *
 * @returns Absent where what is deleted is gone.
 */
export function trashOf(core: Core, collection: Collection): Trash | undefined {
  return keepIn(kept, collection, () => readTrash(core, collection));
}

const deleted =
  /^(is_|was_)?(deleted|trashed|removed)(_(at|on|date|time))?$|^(delete|deletion)_(time|date)$/;

function readTrash({ collections, schemas }: Core, collection: Collection): Trash | undefined {
  const roles = [...collections.roles.values()];
  if (!roles.some((role) => role.collection === collection && restores(role))) return undefined;
  for (const [name, property] of propertiesOf(schemas, collection.schema).properties) {
    if (deleted.test(snakeCase(name))) return { name, property };
  }
  return undefined;
}

const restoring = new Set(['restore', 'undelete', 'recover', 'untrash', 'undestroy'].map(stemOf));

/** Whether an operation takes a row back that was deleted. */
export function restores({ verb, action = '' }: Role): boolean {
  return verb === 'action' && restoring.has(stemOf(action));
}

/** Whether a row was deleted. */
export function isTrashed({ name }: Trash, row: JsonObject): boolean {
  const value = ownValue(row, name);
  return value !== undefined && value !== null && value !== false && value !== '';
}

/** What tells of a row that it is deleted from now on. */
export function trashed({ core, now }: Call, { name, property }: Trash): JsonObject {
  const isFlag = core.schemas.typesOf(property).includes('boolean');
  return { [name]: isFlag || instantValue(core.schemas, { name, property }, now) };
}

/** A row that is no longer deleted. */
export function untrashed({ core }: Call, { name, property }: Trash, row: JsonObject): JsonObject {
  const types = core.schemas.typesOf(property);
  const { [name]: _, ...others } = row;
  if (types.includes('boolean')) return { ...others, [name]: false };
  return types.includes('null') ? { ...others, [name]: null } : others;
}

const asking = /delet|trash|remov|archiv/i;

/** Whether a query asks for deleted rows too: `include_deleted=true`, `deleted_at[gte]=…`. */
export function asksForTrash(query: ReadonlyMap<string, JsonValue>): boolean {
  return [...query].some(
    ([name, value]) => asking.test(name) && !/^(false|0)$/.test(String(value)),
  );
}
