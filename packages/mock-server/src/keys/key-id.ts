import type { JsonSchema } from '@product/spec-model';
import type { Rules } from '../core.ts';
import { asText } from '../model/json-read.ts';
import { successSchema } from '../model/operation.ts';
import type { Random } from '../random/random.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { keyFieldOf } from './key-field.ts';

/**
 * What draws the ids of keys: UUIDs where the document says that they are, else `x-id-prefix` of the
 * key's schema, or `key_`, and sixteen random characters.
 */
export function createIdDrawer(
  { operations, collections, schemas }: Pick<Rules, 'operations' | 'collections' | 'schemas'>,
  random: Random,
): () => string {
  const create = [...operations.values()].find(
    ({ handlerName }) => handlerName === 'api-keys.create',
  );
  const id = create && findId(schemas, successSchema(create), 0);
  if (id !== undefined && schemas.resolve(id)['format'] === 'uuid') return () => random.uuid();
  const prefix = create && collections.byName.get(create.path)?.idPrefix;
  return () => `${asText(prefix, 'key_')}${random.base62(16)}`;
}

function findId(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
  depth: number,
): JsonSchema | undefined {
  const properties = [...schemas.shapeOf(schema).properties];
  const own = properties.find(([name, property]) => keyFieldOf(schemas, name, property) === 'id');
  if (own !== undefined || depth > 3) return own?.[1];
  return properties
    .map(([, property]) => findId(schemas, property, depth + 1))
    .find((found) => found !== undefined);
}
