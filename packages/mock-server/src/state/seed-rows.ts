import type { JsonObject, JsonValue } from '@product/spec-model';
import { instantMs } from '../clock/instant.ts';
import type { Core } from '../core.ts';
import type { Collection } from '../infer/collection.ts';
import type { MockErrorCode } from '../mock-error.ts';
import { isObject } from '../model/json-read.ts';
import { unknownName } from '../options/unknown-name.ts';
import type { Random } from '../random/random.ts';
import { completeRow } from '../schema/complete-row.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';
import { scopeKey } from './row-group.ts';

type Ground = Pick<
  Core,
  | 'collections'
  | 'keyPolicy'
  | 'schemas'
  | 'worlds'
  | 'clock'
  | 'random'
  | 'operations'
  | 'pepper'
  | 'data'
>;

/**
 * Puts the first rows into every mode: the document's `x-mock-rows`, then those of the options.
 *
 * @remarks Rows go in by their `created_at`, so that the newest of them is listed first.
 * @param extra - Rows by resource, or by the path of their collection.
 * @throws {@link MockError} with code `invalid_option` for a resource without rows.
 */
export function seedRows(
  ground: Ground,
  extra: { readonly [resource: string]: readonly JsonObject[] } = {},
): void {
  const known = collectionsByName(ground);
  const more = new Map(
    Object.entries(extra).map(([resource, rows]) => {
      const purpose = 'create a mock';
      return [findCollection(known, resource, { code: 'invalid_option', purpose }), rows];
    }),
  );
  for (const collection of ground.collections.byName.values()) {
    const given = [...collection.firstRows, ...(more.get(collection) ?? [])];
    const rows = given.map((row, at) => complete(ground, collection, { row, number: at + 1 }));
    rows.sort((left, right) => createdMs(left.data) - createdMs(right.data));
    for (const mode of ground.keyPolicy.modes.keys()) {
      const table = ground.worlds.table(mode, collection.name);
      for (const { id, data } of rows) {
        const { shown, hidden } = hideWriteOnly(ground, collection.schema, data);
        table.within(scopeIn(collection, data)).insert(id, shown, hidden);
      }
    }
  }
}

function complete(
  { schemas, random, clock, operations, collections, data }: Ground,
  collection: Collection,
  { row, number }: { readonly row: JsonObject; readonly number: number },
): { readonly id: string; readonly data: JsonObject } {
  const { idProperty, schema } = collection;
  const property = idProperty === '' ? 'id' : idProperty;
  const sentId = Object.hasOwn(row, property) ? row[property] : undefined;
  const id = String(sentId ?? '') || drawId(random, collection, number);
  const given = { ...row, ...(idProperty === '' ? {} : { [property]: sentId || shown(id) }) };
  const now = clock.now();
  // Rows that a document lists itself are in its own words; others are filled like made ones.
  const wish = { random, now, given, direction: 'response' } as const;
  const made = collection.firstRows.length > 0 ? undefined : data?.make(schema, wish);
  if (isObject(made)) return { id, data: made };
  const create = [...operations.values()].find((operation) => {
    const role = collections.roles.get(operation.id);
    return role?.verb === 'create' && role.collection === collection;
  });
  const sent = create?.api.requestBody?.content[0]?.schema;
  return { id, data: completeRow({ schemas, row: schema, sent }, given, now) };

  function shown(text: string): JsonValue {
    const types = schemas.typesOf(schemas.shapeOf(schema).properties.get(property));
    return types.includes('integer') ? Number(text) : text;
  }
}

function drawId(random: Random, { idStyle, idPrefix }: Collection, number: number): string {
  if (idStyle === 'integer') return String(number);
  return idStyle === 'uuid' ? random.uuid() : idPrefix + random.base62(16);
}

// Rows say by their own properties whose they are; one that does not is nobody's.
function scopeIn({ scope }: Collection, row: JsonObject): string {
  const values = scope.map(({ property }) => (property === undefined ? undefined : row[property]));
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  return texts.length === scope.length ? scopeKey(texts.map(String)) : '';
}

function createdMs(row: JsonObject): number {
  const at = instantMs(row['created_at']);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

/** Collections by their path, and by the resource that they are the rows of. */
export function collectionsByName({
  collections,
  operations,
}: Pick<Core, 'collections' | 'operations'>): ReadonlyMap<string, Collection> {
  const byResource = new Map<string, Collection>(collections.byName);
  for (const [id, { collection }] of collections.roles) {
    const resource = operations.get(id)?.api.resource;
    if (resource === undefined || isNamed(byResource.get(resource), resource)) continue;
    byResource.set(resource, collection);
  }
  return byResource;
}

/** The collection of a name, or an error that says which name was probably meant. */
export function findCollection(
  known: ReadonlyMap<string, Collection>,
  name: string,
  { code, purpose }: { readonly code: MockErrorCode; readonly purpose: string },
): Collection {
  const collection = known.get(name);
  if (collection !== undefined) return collection;
  throw unknownName(code, { purpose, kind: 'resource with rows', name, known: known.keys() });
}

// Of the collections of one resource, the one that is called like it is meant.
function isNamed(collection: Collection | undefined, resource: string): boolean {
  return collection?.name.endsWith(`/${resource}`) === true;
}
