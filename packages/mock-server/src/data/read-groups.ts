import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asText, isObject } from '../model/json-read.ts';
import { asSchema, componentName } from '../schema/schema-shape.ts';

/** Alternatives, of which one has to be chosen. */
export interface Group {
  /** The schema that has them. */
  readonly owner: JsonObject;
  /** Schemas that hold together when this alternative is chosen. */
  readonly alternatives: readonly (readonly JsonSchema[])[];
  /** Whether the owner must be asked if the value is right: `oneOf`, `if`. */
  readonly onTrial: boolean;
}

/** Says which value a property should have, where its schema leaves it open; no document has it. */
export const tagKeyword = 'x-tag';

/** The alternatives among which a schema leaves the choice: `oneOf`, `anyOf`, `if`. */
export function readGroups(schema: JsonObject): readonly Group[] {
  const { if: condition, then, else: otherwise, dependentSchemas } = schema;
  const groups: Group[] = [];
  for (const keyword of ['oneOf', 'anyOf']) {
    const listed = schema[keyword];
    if (!Array.isArray(listed) || listed.length === 0) continue;
    const alternatives = listed.map((entry) => withTag(schema, asSchema(entry) ?? true));
    groups.push({ owner: schema, alternatives, onTrial: keyword === 'oneOf' && listed.length > 1 });
  }
  if (condition !== undefined && (then !== undefined || otherwise !== undefined)) {
    const met = [asSchema(condition) ?? true, asSchema(then) ?? true];
    const alternatives = [met, [asSchema(otherwise) ?? true]];
    groups.push({ owner: schema, alternatives, onTrial: true });
  }
  for (const needed of Object.values(isObject(dependentSchemas) ? dependentSchemas : {})) {
    // Satisfied whether or not its property is there, unless that cannot be.
    const alternatives = [[asSchema(needed) ?? true], []];
    groups.push({ owner: schema, alternatives, onTrial: true });
  }
  return groups;
}

// The property that tells the alternatives apart gets the name under which this one goes.
function withTag(owner: JsonObject, alternative: JsonSchema): readonly JsonSchema[] {
  const component = componentName(alternative);
  const tag = component === undefined ? undefined : tagSchema(owner, component);
  return tag === undefined ? [alternative] : [alternative, tag];
}

/** What a schema's `discriminator` asks of an object of a component; absent when it has none. */
export function tagSchema(owner: JsonObject, component: string): JsonObject | undefined {
  const { discriminator } = owner;
  if (!isObject(discriminator)) return undefined;
  const property = asText(discriminator['propertyName'], '');
  if (property === '') return undefined;
  const tag = { [tagKeyword]: tagOf(discriminator['mapping'], component) };
  return { properties: Object.fromEntries([[property, tag]]), required: [property] };
}

// The name under which a mapping has a component; its own when the mapping does not have it.
function tagOf(mapping: JsonValue | undefined, component: string): string {
  const entries = Object.entries(isObject(mapping) ? mapping : {});
  const found = entries.find(([, target]) => {
    const name = asText(target, '');
    return name === component || componentName({ $ref: name }) === component;
  });
  return found?.[0] ?? component;
}
