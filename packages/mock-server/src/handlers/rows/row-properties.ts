import type { JsonSchema } from '@product/spec-model';
import type { Core } from '../../core.ts';
import type { SchemaReader, SchemaShape } from '../../schema/schema-shape.ts';
import { variantsOf } from '../../schema/variants.ts';

const none: SchemaShape = { properties: new Map(), required: new Set() };
const kept = new WeakMap<object, SchemaShape>();

/** The properties that an object may have: its own, else those of its first alternative that has any. */
export function propertiesOf(schemas: SchemaReader, schema: JsonSchema | undefined): SchemaShape {
  const own = schemas.shapeOf(schema);
  if (own.properties.size > 0 || typeof schema !== 'object') return own;
  const known = kept.get(schema);
  if (known !== undefined) return known;
  const shapes = variantsOf(schemas, schema).map((variant) => schemas.shapeOf(variant));
  const found = shapes.find(({ properties }) => properties.size > 0) ?? none;
  kept.set(schema, found);
  return found;
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
