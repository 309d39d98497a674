import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { SchemaReader } from '../schema/schema-shape.ts';

const word = '`[A-Za-z][\\w.:+ -]{0,39}`|"[A-Za-z][\\w.:+ -]{0,39}"';
// What comes before a list of choices, and not before names of other fields.
const cue =
  '(?:one of|can(?: also)? be|could be|may be|either|values?(?: are| include(?:s)?)?|options? (?:are|include)|:)';
const lists = new RegExp(
  `${cue}:?\\s*((?:${word})(?:\\s*(?:,\\s*(?:or|and)?|or|and)\\s*(?:${word})){1,40})(?!\\s*(?:is|are|must|should|was|were)\\b)`,
  'gi',
);
const maxLength = 4000;

const kept = new WeakMap<JsonObject, readonly string[]>();
const none: readonly string[] = [];

/** The values that a schema allows for: its choices, else those that its description names. */
export function choicesOf(schemas: SchemaReader, schema: JsonSchema): readonly JsonValue[] {
  const resolved = schemas.resolve(schema);
  const { enum: listed } = resolved;
  return Array.isArray(listed) ? listed : describedChoices(resolved);
}

/**
 * The values of a text of which only the description says what they are: "Can be `paid`, `pending`
 * or `failed`."
 *
 * @param schema - Without references.
 * @returns Empty where the schema has a form for the text itself, or the description names none.
 */
export function describedChoices(schema: JsonObject): readonly string[] {
  const known = kept.get(schema);
  if (known !== undefined) return known;
  const found = read(schema);
  kept.set(schema, found);
  return found;
}

function read({ description, ...schema }: JsonObject): readonly string[] {
  if (typeof description !== 'string' || !/[`"]/.test(description)) return none;
  const isOpen = ['enum', 'const', 'format', 'pattern'].every((name) => schema[name] === undefined);
  const isText = [schema['type']].flat().includes('string');
  if (!isOpen || !isText) return none;
  const found = new Set<string>();
  for (const [, list = ''] of description.slice(0, maxLength).matchAll(lists)) {
    for (const [, name = ''] of list.matchAll(/[`"]([^`"]+)[`"]/g)) found.add(name);
  }
  return found.size === 0 ? none : [...found];
}
