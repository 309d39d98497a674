import {
  type ApiModel,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  listOf,
  member,
} from '@product/spec-model';
import {
  asSchema,
  exampleOf,
  followSchema,
  propertiesOf,
  requiredOf,
  schemasOf,
  typesOf,
} from './schema-reader.ts';

const DEEPEST = 5;

/**
 * Gives a value that a schema describes, for an example in the docs: the document's own if there
 * is one, else the required members only.
 *
 * @param schema - What to give a value of.
 * @param schemas - Named schemas, for references.
 * @param depth - How many levels up the example began.
 */
export function sampleValue(
  schema: JsonSchema | undefined,
  schemas: ApiModel['schemas'],
  depth = 0,
): JsonValue {
  const followed = followSchema(schema, schemas);
  if (typeof followed !== 'object' || depth > DEEPEST) {
    return {};
  }
  const given = givenValue(followed);
  if (given !== undefined) {
    return given;
  }
  const [alternative] = [...schemasOf(followed, 'oneOf'), ...schemasOf(followed, 'anyOf')];
  if (alternative !== undefined) {
    return sampleValue(alternative, schemas, depth + 1);
  }
  const parts = schemasOf(followed, 'allOf').map((part) => sampleValue(part, schemas, depth + 1));
  return parts.length > 0
    ? Object.fromEntries(parts.filter(isObject).flatMap((part) => Object.entries(part)))
    : sampleOfType(followed, schemas, depth);
}

function givenValue(schema: JsonObject): JsonValue | undefined {
  const candidates = [
    exampleOf(schema),
    member(schema, 'const'),
    member(schema, 'default'),
    listOf(schema, 'enum')[0],
  ];
  return candidates.find((candidate) => candidate !== undefined);
}

function sampleOfType(schema: JsonObject, schemas: ApiModel['schemas'], depth: number): JsonValue {
  switch (typesOf(schema)[0]) {
    case 'string':
      return 'text';
    case 'integer':
    case 'number':
      return member(schema, 'minimum') ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return [sampleValue(asSchema(member(schema, 'items')), schemas, depth + 1)];
    default:
      return Object.fromEntries(
        propertiesOf(schema)
          .filter(([name]) => requiredOf(schema).includes(name))
          .map(([name, property]) => [name, sampleValue(property, schemas, depth + 1)]),
      );
  }
}
