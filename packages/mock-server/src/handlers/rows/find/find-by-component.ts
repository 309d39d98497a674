import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import type { Collections } from '../../../infer/infer-collections.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';

type Ground = Pick<Call, 'core' | 'mode'>;

const indexes = new WeakMap<Collections, ReadonlyMap<JsonObject, Collection>>();

/** The row with an id among those that follow a schema; absent when there is none. */
export function findByComponent(ground: Ground, schema: JsonSchema, id: string): Row | undefined {
  const { core, mode } = ground;
  for (const variant of variantsOf(core.schemas, schema)) {
    const collection = indexOf(core).get(variant);
    const row = collection && core.worlds.table(mode, collection.name).get(id);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** The collection of which a schema allows for whole rows; absent where it does for none. */
export function holdsRows(core: Call['core'], schema: JsonSchema): Collection | undefined {
  const index = indexOf(core);
  for (const variant of variantsOf(core.schemas, schema)) {
    const collection = index.get(variant);
    if (collection !== undefined) return collection;
  }
  return undefined;
}

// The collection of several with the same rows that stands highest.
function indexOf(core: Call['core']): ReadonlyMap<JsonObject, Collection> {
  return keepIn(indexes, core.collections, () => readIndex(core));
}

function readIndex({ collections, schemas }: Call['core']): ReadonlyMap<JsonObject, Collection> {
  const index = new Map<JsonObject, Collection>();
  for (const collection of collections.byName.values()) {
    if (collection.isSingleton) continue;
    const [schema] = variantsOf(schemas, collection.schema);
    const other = schema && index.get(schema);
    if (schema === undefined) continue;
    if (other === undefined || collection.scope.length < other.scope.length) {
      index.set(schema, collection);
    }
  }
  return index;
}
