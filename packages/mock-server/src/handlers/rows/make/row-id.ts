import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import type { Collection } from '../../../infer/collection.ts';
import { ownValue } from '../../../model/json-read.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { RowGroup } from '../../../state/row-group.ts';

/** What an id is chosen for. */
export interface IdWish {
  readonly core: Core;
  readonly collection: Collection;
  /** The rows among which it must be the only one of its name. */
  readonly rows: RowGroup;
  /** What was sent of the row. */
  readonly body: JsonObject;
}

/** The id that a client chose for a new row; absent when it left that to the server. */
export function sentId({ collection, body }: Omit<IdWish, 'rows' | 'core'>): string | undefined {
  const sent = collection.idProperty === '' ? undefined : ownValue(body, collection.idProperty);
  const isId = typeof sent === 'string' ? sent !== '' : typeof sent === 'number';
  return isId ? String(sent) : undefined;
}

/** An id for a new row: in the collection's style, and no other row's. */
export function newId(wish: IdWish): string {
  const { collection, core, rows } = wish;
  const { idStyle, idPrefix } = collection;
  if (idStyle === 'integer') return String(rows.nextNumber());
  if (idStyle === 'uuid') return core.random.uuid();
  if (idStyle === 'prefixed') return idPrefix + core.random.base62(16);
  const named = namedId(wish) ?? idPrefix + core.random.base62(16);
  return rows.get(named) === undefined ? named : `${named}-${core.random.hex(4)}`;
}

/** The id as the row shows it: a number where the schema wants one. */
export function shownId(
  { schemas }: Core,
  { schema, idProperty }: Collection,
  id: string,
): JsonValue {
  const types = schemas.typesOf(propertyOf(schemas, schema, idProperty));
  const isNumber = types.includes('integer') || types.includes('number');
  return isNumber && !types.includes('string') && /^-?\d+$/.test(id) ? Number(id) : id;
}

function propertyOf(
  schemas: Core['schemas'],
  row: JsonSchema,
  name: string,
): JsonSchema | undefined {
  for (const variant of variantsOf(schemas, row)) {
    const property = schemas.shapeOf(variant).properties.get(name);
    if (property !== undefined) return property;
  }
  return undefined;
}

// A slug of the name; where the schema has a form of its own for ids, one of that form.
function namedId({ collection, core, body }: IdWish): string | undefined {
  const property = propertyOf(core.schemas, collection.schema, collection.idProperty);
  const { pattern, format } = core.schemas.resolve(property);
  if (property !== undefined && (pattern !== undefined || format !== undefined)) {
    const made = core.data?.make(property, {
      ...{ random: core.random, now: core.clock.now(), name: collection.idProperty },
      ...{ direction: 'response', examples: false },
    });
    if (made !== undefined && made !== null) return String(made);
  }
  const name = ['slug', 'name', 'title', 'login', 'username', 'key']
    .map((member) => ownValue(body, member))
    .find((value) => typeof value === 'string');
  const slug = String(name ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return slug === '' ? undefined : slug;
}
