import type { JsonObject, JsonSchema, JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';

// Keywords beside which `nullable: true` is all that a schema says about its value.
const SAYS_NO_TYPE = new Set([
  'nullable',
  'title',
  'description',
  'deprecated',
  'default',
  'example',
  'examples',
  'externalDocs',
  'readOnly',
  'writeOnly',
]);

type Draft = { [keyword: string]: JsonValue };

/**
 * Gives a schema of OpenAPI 3.0 in the words of 3.1, which are those of JSON Schema 2020-12.
 *
 * @remarks Where 3.0 says nothing about `nullable` without a `type` (beside `$ref`, `allOf`, `anyOf`
 * or `oneOf`), null is taken to be meant: Stripe's document writes it so.
 *
 * @param schema - Is not changed.
 * @param isOld - Whether `nullable` and `format: binary` have their meaning of 3.0.
 */
export function upgradeSchema(schema: JsonObject, isOld: boolean): JsonSchema {
  const limited = hasFlagLimit(schema) ? withLimits(schema) : schema;
  if (!isOld) return limited;
  const named = withNullArms(withoutOldFormat(limited));
  return named['nullable'] === undefined ? named : withNull(named);
}

function hasFlagLimit({ exclusiveMinimum, exclusiveMaximum }: JsonObject): boolean {
  return typeof exclusiveMinimum === 'boolean' || typeof exclusiveMaximum === 'boolean';
}

function withLimits(schema: JsonObject): JsonObject {
  const draft: Draft = { ...schema };
  for (const [flag, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const excludes = draft[flag];
    if (typeof excludes !== 'boolean') continue;
    delete draft[flag];
    const bound = draft[limit];
    if (!excludes || bound === undefined) continue;
    draft[flag] = bound;
    delete draft[limit];
  }
  return draft;
}

function withoutOldFormat(schema: JsonObject): JsonObject {
  const { type, format } = schema;
  if (type !== 'string' || typeof format !== 'string') return schema;
  if (format === 'binary') {
    // Bytes are no value of JSON: OpenAPI 3.1 describes them by their media type alone.
    const { type: _text, format: _binary, ...rest } = schema;
    return { contentMediaType: 'application/octet-stream', ...rest };
  }
  if (format !== 'byte' && format !== 'base64') return schema;
  const { format: _byte, ...rest } = schema;
  return { ...rest, contentEncoding: 'base64' };
}

function withNull(schema: JsonObject): JsonSchema {
  const { nullable, ...rest } = schema;
  if (nullable !== true) return rest;
  const { type, $ref, allOf, anyOf, oneOf } = rest;
  if (typeof type === 'string') return { ...rest, type: [type, 'null'] };
  if (Array.isArray(type))
    return type.includes('null') ? rest : { ...rest, type: [...type, 'null'] };
  if ($ref !== undefined) {
    const { $ref: _ref, ...beside } = rest;
    return { ...beside, anyOf: [{ $ref }, { type: 'null' }] };
  }
  if (Array.isArray(anyOf)) return { ...rest, anyOf: addNull(anyOf) };
  if (Array.isArray(oneOf)) return { ...rest, oneOf: addNull(oneOf) };
  // Nothing to attach null to: any value is allowed, unless it is an arm, which its owner reads.
  if (!Array.isArray(allOf)) return schema;
  const { allOf: _all, ...beside } = rest;
  const [only] = allOf;
  const base = allOf.length === 1 && only !== undefined ? only : { allOf };
  return { ...beside, anyOf: [base, { type: 'null' }] };
}

function addNull(arms: readonly JsonValue[]): readonly JsonValue[] {
  const hasNull = arms.some((arm) => isObject(arm) && arm['type'] === 'null');
  return hasNull ? arms : [...arms, { type: 'null' }];
}

// `oneOf: [{ nullable: true }, …]` is how some exporters of 3.0 spell "or null".
function withNullArms(schema: JsonObject): JsonObject {
  let draft = schema;
  for (const keyword of ['anyOf', 'oneOf']) {
    const arms = schema[keyword];
    if (!Array.isArray(arms) || !arms.some(isBareNullable)) continue;
    const named = arms.map((arm: JsonValue) => (isBareNullable(arm) ? { type: 'null' } : arm));
    draft = { ...draft, [keyword]: named };
  }
  return draft;
}

function isBareNullable(arm: JsonValue): boolean {
  if (!isObject(arm) || arm['nullable'] !== true) return false;
  return Object.keys(arm).every((name) => SAYS_NO_TYPE.has(name) || name.startsWith('x-'));
}
