import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asObject, asText, isObject } from '../model/json-read.ts';
import { asSchema, componentName, itemSchema, type SchemaReader } from '../schema/schema-shape.ts';

interface Place {
  readonly name: string;
  readonly schema: JsonSchema | undefined;
}

/**
 * Data as XML, named as the schema's `xml` says: name, attribute, prefix, namespace, wrapped.
 *
 * @remarks Without a name, the root is called as its component, a property as itself, and an entry
 * of an array as the array. Null is an empty element.
 * @param schemas - Of the document.
 * @param schema - Of the data.
 * @param data - To be written.
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#xml-object | OpenAPI 3.1, XML Object}
 */
export function writeXml(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
  data: JsonValue,
): string {
  const name = componentName(schema) ?? (Array.isArray(data) ? 'items' : 'root');
  const root: Place = { name, schema };
  // A document has one root, so an array is always wrapped there.
  const written = Array.isArray(data)
    ? element(elementName(schemas, root), '', entries(schemas, itemPlace(schemas, root), data))
    : writeElement(schemas, root, data);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

function writeElement(schemas: SchemaReader, place: Place, data: JsonValue): string {
  const name = elementName(schemas, place);
  const space = namespaceOf(schemas, place);
  if (isObject(data)) return writeObject(schemas, { place, name, space }, data);
  if (Array.isArray(data)) return writeArray(schemas, place, data);
  return element(name, space, data === null ? '' : escapeText(String(data)));
}

function writeObject(
  schemas: SchemaReader,
  { place, name, space }: { readonly place: Place; readonly name: string; readonly space: string },
  data: JsonObject,
): string {
  const { properties } = schemas.shapeOf(place.schema);
  const [attributes, children] = [[space], [] as string[]];
  for (const [key, value] of Object.entries(data)) {
    const child: Place = { name: key, schema: properties.get(key) };
    if (xmlOf(schemas, child)['attribute'] === true && !isObject(value)) {
      const text = escapeText(String(value ?? '')).replaceAll('"', '&quot;');
      attributes.push(` ${elementName(schemas, child)}="${text}"`);
    } else children.push(writeElement(schemas, child, value));
  }
  return element(name, attributes.join(''), children.join(''));
}

function writeArray(schemas: SchemaReader, place: Place, data: readonly JsonValue[]): string {
  const isWrapped = xmlOf(schemas, place)['wrapped'] === true;
  const inside = entries(schemas, itemPlace(schemas, place), data);
  if (!isWrapped) return inside;
  return element(elementName(schemas, place), namespaceOf(schemas, place), inside);
}

function entries(schemas: SchemaReader, place: Place, data: readonly JsonValue[]): string {
  return data.map((entry) => writeElement(schemas, place, entry)).join('');
}

// An entry without a name of its own is called as the array; below a root array, as its component.
function itemPlace(schemas: SchemaReader, { name, schema }: Place): Place {
  const items = itemSchema(schemas.resolve(schema));
  return { name: name === 'items' ? (componentName(items) ?? 'item') : name, schema: items };
}

function elementName(schemas: SchemaReader, place: Place): string {
  const { name, prefix } = xmlOf(schemas, place);
  const local = legalName(asText(name, place.name));
  return typeof prefix === 'string' && prefix !== '' ? `${legalName(prefix)}:${local}` : local;
}

function namespaceOf(schemas: SchemaReader, place: Place): string {
  const { namespace, prefix } = xmlOf(schemas, place);
  if (typeof namespace !== 'string') return '';
  const suffix = typeof prefix === 'string' && prefix !== '' ? `:${legalName(prefix)}` : '';
  return ` xmlns${suffix}="${escapeText(namespace).replaceAll('"', '&quot;')}"`;
}

function xmlOf(schemas: SchemaReader, { schema }: Place): JsonObject {
  const own = isObject(schema) ? schema['xml'] : undefined;
  return asObject(own ?? schemas.resolve(asSchema(schema))['xml']);
}

function element(name: string, attributes: string, inside: string): string {
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

// XML 1.0 §2.3, without the letters beyond ASCII, which parsers take but people rarely mean.
function legalName(name: string): string {
  const legal = name.replace(/[^\w.-]/g, '_');
  return /^[A-Za-z_]/.test(legal) ? legal : `_${legal}`;
}

// Control characters have no form at all in XML 1.0 (§2.2).
function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
