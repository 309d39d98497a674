import type { JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';

/** What a keyword of a schema holds: schemas, or data that a test accepts. */
export type KeywordRule =
  | { readonly holds: 'schema' | 'schemas' | 'list' }
  | { readonly accepts: (value: JsonValue) => boolean; readonly wants: string };

const schema: KeywordRule = { holds: 'schema' };
const schemas: KeywordRule = { holds: 'schemas' };
const list: KeywordRule = { holds: 'list' };
const text: KeywordRule = { accepts: (value) => typeof value === 'string', wants: 'a text' };
const flag: KeywordRule = { accepts: (value) => typeof value === 'boolean', wants: 'a boolean' };
const number: KeywordRule = { accepts: (value) => typeof value === 'number', wants: 'a number' };
const limit: KeywordRule = {
  accepts: (value) => typeof value === 'number' || typeof value === 'boolean',
  wants: 'a number',
};
const count: KeywordRule = {
  accepts: (value) => typeof value === 'number' && value >= 0 && Number.isInteger(value),
  wants: 'a whole number, not negative',
};
const texts: KeywordRule = { accepts: isTexts, wants: 'a list of texts' };

const TYPES: readonly JsonValue[] = [
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
];

/** The keywords of JSON Schema 2020-12 and OpenAPI 3.0 that say what a value may be. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, KeywordRule> = new Map<string, KeywordRule>([
  ['type', { accepts: isType, wants: `one of ${TYPES.join(', ')}, or a list of them` }],
  ['enum', { accepts: Array.isArray, wants: 'a list' }],
  ['required', texts],
  ['properties', schemas],
  ['items', schema],
  ['additionalProperties', schema],
  ['allOf', list],
  ['anyOf', list],
  ['oneOf', list],
  ['not', schema],
  ['format', text],
  ['pattern', text],
  ['nullable', flag],
  ['readOnly', flag],
  ['writeOnly', flag],
  ['uniqueItems', flag],
  ['minimum', number],
  ['maximum', number],
  ['exclusiveMinimum', limit],
  ['exclusiveMaximum', limit],
  [
    'multipleOf',
    {
      accepts: (value) => typeof value === 'number' && value > 0,
      wants: 'a number greater than zero',
    },
  ],
  ['minLength', count],
  ['maxLength', count],
  ['minItems', count],
  ['maxItems', count],
  ['minProperties', count],
  ['maxProperties', count],
  ['minContains', count],
  ['maxContains', count],
  ['patternProperties', schemas],
  ['$defs', schemas],
  ['definitions', schemas],
  ['dependentSchemas', schemas],
  ['dependentRequired', { accepts: isTextsByName, wants: 'an object of lists of texts' }],
  ['prefixItems', list],
  ['contains', schema],
  ['propertyNames', schema],
  ['if', schema],
  ['then', schema],
  ['else', schema],
  ['unevaluatedItems', schema],
  ['unevaluatedProperties', schema],
  ['contentSchema', schema],
  ['contentEncoding', text],
  ['contentMediaType', text],
  ['discriminator', { accepts: isObject, wants: 'an object' }],
]);

function isType(value: JsonValue): boolean {
  if (!Array.isArray(value)) return TYPES.includes(value);
  return value.length > 0 && value.every((one: JsonValue) => TYPES.includes(one));
}

function isTexts(value: JsonValue): boolean {
  return Array.isArray(value) && value.every((one: JsonValue) => typeof one === 'string');
}

function isTextsByName(value: JsonValue): boolean {
  return isObject(value) && Object.values(value).every(isTexts);
}
