import type { JsonObject } from '@product/spec-model';
import { instantMs } from '../clock/instant.ts';
import type { Core } from '../core.ts';
import type { Collection } from '../infer/collection.ts';
import { MockError } from '../mock-error.ts';
import { asText } from '../model/json-read.ts';
import { suggestName } from '../options/nearest-name.ts';
import { completeRow } from '../schema/complete-row.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';

type Ground = Pick<
  Core,
  'collections' | 'keyPolicy' | 'schemas' | 'worlds' | 'clock' | 'random' | 'operations' | 'pepper'
>;

/**
 * Puts the first rows into every mode: the document's `x-mock-rows`, then those of the options.
 *
 * @remarks Rows go in by their `created_at`, so that the newest of them is listed first.
 * @param extra - Rows by resource.
 * @throws {@link MockError} with code `invalid_option` for a resource without rows.
 */
export function seedRows(
  ground: Ground,
  extra: { readonly [resource: string]: readonly JsonObject[] } = {},
): void {
  const more = byCollection(ground, extra);
  for (const collection of ground.collections.byName.values()) {
    const given = [...collection.firstRows, ...(more.get(collection) ?? [])];
    const rows = given.map((row) => complete(ground, collection, row));
    rows.sort((left, right) => createdMs(left) - createdMs(right));
    for (const mode of ground.keyPolicy.modes.keys()) {
      const table = ground.worlds.table(mode, collection.name);
      for (const row of rows) {
        const { shown, hidden } = hideWriteOnly(ground, collection.schema, row);
        table.insert(asText(row['id'], ''), shown, hidden);
      }
    }
  }
}

function complete(
  { schemas, random, clock, operations, collections }: Ground,
  collection: Collection,
  row: JsonObject,
): JsonObject {
  const create = [...operations.values()].find(({ id }) => {
    const role = collections.roles.get(id);
    return role?.verb === 'create' && role.collection === collection;
  });
  const sent = create?.api.requestBody?.content[0]?.schema;
  const id = asText(row['id'], '') || collection.idPrefix + random.base62(16);
  return completeRow({ schemas, row: collection.schema, sent }, { ...row, id }, clock.now());
}

function createdMs(row: JsonObject): number {
  const at = instantMs(row['created_at']);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

function byCollection(
  { collections, operations }: Ground,
  extra: { readonly [resource: string]: readonly JsonObject[] },
): Map<Collection, readonly JsonObject[]> {
  const byResource = new Map<string, Collection>();
  for (const [id, { collection }] of collections.roles) {
    const resource = operations.get(id)?.api.resource;
    if (resource !== undefined) byResource.set(resource, collection);
  }
  return new Map(
    Object.entries(extra).map(([resource, rows]) => {
      const collection = byResource.get(resource);
      if (collection !== undefined) return [collection, rows];
      const hint = suggestName(resource, [...byResource.keys()]);
      const reason = `there is no resource "${resource}" with rows. ${hint}`;
      throw new MockError('invalid_option', `cannot create a mock: ${reason}`);
    }),
  );
}
