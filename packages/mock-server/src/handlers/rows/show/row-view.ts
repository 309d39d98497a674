import type { JsonObject, JsonSchema } from '@product/spec-model';
import { isObject, ownValue } from '../../../model/json-read.ts';
import type { SchemaReader, SchemaShape } from '../../../schema/schema-shape.ts';
import { holdsMembers, propertiesOf } from '../row-properties.ts';

/** What filters, sorting and searching see of rows. */
export interface RowView {
  readonly shape: SchemaShape;
  /** The schema whose texts are searched. */
  readonly prose: JsonSchema;
  /** A row with all that can be asked for at its top; absent where rows are so by themselves. */
  readonly view?: (row: JsonObject) => JsonObject;
}

/** What can be asked for of rows: their properties, also those that stand together in one of them. */
export function viewOf(schemas: SchemaReader, row: JsonSchema): RowView {
  const shape = propertiesOf(schemas, row);
  const [holder = '', inner] = [...shape.properties].find(([name]) => holdsMembers(name)) ?? [];
  if (inner === undefined || propertiesOf(schemas, inner).properties.size === 0) {
    return { shape, prose: row };
  }
  const links = memberShape(schemas, shape, 'relationships').properties;
  const properties = new Map([
    ...links,
    ...memberShape(schemas, shape, holder).properties,
    ...shape.properties,
  ]);
  return {
    shape: { properties, required: shape.required },
    prose: inner,
    view: (data) => ({ ...linkedIds(data), ...asMembers(ownValue(data, holder)), ...data }),
  };
}

function memberShape(
  schemas: SchemaReader,
  { properties }: SchemaShape,
  name: string,
): SchemaShape {
  return schemas.shapeOf(properties.get(name) ?? {});
}

function asMembers(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

// A relationship is what its `data` names: one resource, or several.
function linkedIds(row: JsonObject): JsonObject {
  const links = Object.entries(asMembers(ownValue(row, 'relationships')));
  return Object.fromEntries(links.map(([name, link]) => [name, asMembers(link)['data'] ?? null]));
}
