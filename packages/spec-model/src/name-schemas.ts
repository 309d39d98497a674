import type { JsonObject, JsonValue } from './api-model.ts';
import { entriesOf, isObject, member, textOf } from './json-reader.ts';
import { lookUp, segmentsOf } from './reference.ts';

const NAMED = /^#\/components\/[^/]+\/[^/]+$/;
// Members that hold a schema, and members that hold schemas by name or in a list.
const HOLDERS = [
  'schema',
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
];
const COLLECTIONS = [
  'properties',
  'patternProperties',
  '$defs',
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
];
const DATA = ['example', 'examples', 'default', 'const', 'enum', 'value'];
// Of a pointer, the words that say nothing about what it points at.
const SAYS_NOTHING = [
  'components',
  'schemas',
  'paths',
  'properties',
  'schema',
  'content',
  'responses',
];

/**
 * Step 5: gives a name to every schema that is referred to.
 *
 * @remarks A reference may point anywhere in a document (`#/paths/~1a/get/…/schema`); readers of the
 * model follow references to named schemas only. The schema stays where it is, and its name is a
 * second place for it.
 */
export function nameSchemas(document: JsonObject): JsonObject {
  const names = new Map<string, string>();
  const taken = new Set(entriesOf(member(document, 'components'), 'schemas').map(([name]) => name));
  const rewrite = (value: JsonValue, path: readonly string[]): JsonValue => {
    if (Array.isArray(value)) {
      return value.map((item: JsonValue, index) => rewrite(item, [...path, String(index)]));
    }
    if (!isObject(value) || isData(path)) {
      return value;
    }
    const ref = textOf(value, '$ref');
    const entries = Object.entries(value).map(([name, held]) => [
      name,
      rewrite(held, [...path, name]),
    ]);
    const rewritten: JsonObject = Object.fromEntries(entries);
    return ref !== undefined && !NAMED.test(ref) && isSchemaPlace(path)
      ? { ...rewritten, $ref: `#/components/schemas/${nameOf(ref, names, taken)}` }
      : rewritten;
  };
  const walked = rewrite(document, []);
  // Naming one schema may refer to another: a schema is rewritten where it is, before it is copied.
  return isObject(walked) ? withSchemas(walked, names) : document;
}

function withSchemas(document: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  if (names.size === 0) {
    return document;
  }
  const components = member(document, 'components');
  const named = [...names].map(([ref, name]) => [name, lookUp(document, ref) ?? {}]);
  const schemas = Object.fromEntries([...entriesOf(components, 'schemas'), ...named]);
  return { ...document, components: { ...(isObject(components) ? components : {}), schemas } };
}

function nameOf(ref: string, names: Map<string, string>, taken: Set<string>): string {
  const known = names.get(ref);
  if (known !== undefined) {
    return known;
  }
  const words = segmentsOf(ref).filter((word) => !SAYS_NOTHING.includes(word));
  const wanted =
    words
      .join('_')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_|_$/g, '') || 'Schema';
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) {
    name = `${wanted}_${count}`;
  }
  taken.add(name);
  names.set(ref, name);
  return name;
}

function isSchemaPlace(path: readonly string[]): boolean {
  const [collection, holder] = path.slice(-2);
  const isNamed = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
  return isNamed || HOLDERS.includes(holder ?? '') || COLLECTIONS.includes(collection ?? '');
}

/** Data is not schema, though it may look like it; a property may well be called `default`. */
function isData(path: readonly string[]): boolean {
  const [collection = '', name = ''] = path.slice(-2);
  return (DATA.includes(name) || name.startsWith('x-')) && !COLLECTIONS.includes(collection);
}
