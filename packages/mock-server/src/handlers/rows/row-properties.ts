import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Core } from '../../core.ts';
import { kindOf, kindsOf } from '../../schema/kinds.ts';
import type { SchemaReader, SchemaShape } from '../../schema/schema-shape.ts';
import { variantsOf } from '../../schema/variants.ts';

const none: SchemaShape = { properties: new Map(), required: new Set() };
const kept = new WeakMap<object, SchemaShape>();

/**
 * The properties that an object may have: its own, else those of all kinds that a member tells apart,
 * else those of its first alternative that has any.
 */
export function propertiesOf(schemas: SchemaReader, schema: JsonSchema | undefined): SchemaShape {
  const own = schemas.shapeOf(schema);
  if (own.properties.size > 0 || typeof schema !== 'object') return own;
  const known = kept.get(schema);
  if (known !== undefined) return known;
  const shapes = variantsOf(schemas, schema).map((variant) => schemas.shapeOf(variant));
  const some = shapes.find(({ properties }) => properties.size > 0) ?? none;
  const found = kindsOf(schemas, schema)?.shape ?? some;
  kept.set(schema, found);
  return found;
}

/**
 * The properties that one row may have, which are those of its kind where there are kinds.
 *
 * @param known - What is known of the row; what comes last counts most.
 */
export function propertiesOfRow(
  schemas: SchemaReader,
  schema: JsonSchema,
  known: readonly JsonObject[],
): SchemaShape {
  const kinds = kindsOf(schemas, schema);
  if (kinds === undefined) return propertiesOf(schemas, schema);
  return schemas.shapeOf(kindOf(kinds, Object.assign({}, ...known)));
}

// What a resource says of itself stands in one of these (JSON:API 1.1 §7.2), beside its id and type.
const holders = new Set(['attributes', 'fields', 'properties']);

/** Whether a property holds what rows elsewhere have at their top. */
export function holdsMembers(name: string): boolean {
  return holders.has(name);
}

/**
 * Whether a row shows members that its schema does not name: where it says so, where it names none,
 * and where nothing is made beyond what was sent.
 */
export function takesOthers({ schemas, data }: Core, row: JsonSchema): boolean {
  const { additionalProperties } = schemas.resolve(row);
  if (data === undefined || additionalProperties === true) return true;
  if (additionalProperties === false) return false;
  return additionalProperties !== undefined || propertiesOf(schemas, row).properties.size === 0;
}
