import type { JsonObject, JsonSchema } from '@product/spec-model';
import { asTexts, isObject, ownValue } from '../model/json-read.ts';
import { asSchema, type SchemaReader } from '../schema/schema-shape.ts';
import type { Plan, Planner } from './plan.ts';
import { snakeCase } from './snake-case.ts';

/** What a schema asks of an object. */
export interface ObjectRules {
  /** In the order of the document, required ones without a description last. */
  readonly properties: readonly PropertyRules[];
  readonly names: ReadonlySet<string>;
  /** The names in snake case, as one text to search. */
  readonly beside: string;
  /** How many members there must be, and may be. */
  readonly least: number;
  readonly most: number;
  /** What further members must be; absent where none are allowed, `true` where nothing is said. */
  readonly others: JsonSchema | undefined;
  /** Patterns of further members' names, with what they must be. */
  readonly patterns: readonly (readonly [pattern: string, schema: JsonSchema])[];
  /** What every name must be. */
  readonly nameSchema: JsonSchema | undefined;
  /** Properties that ask for others. */
  readonly dependents: readonly (readonly [name: string, needed: readonly string[]])[];
}

/** What a schema asks of one property. */
export interface PropertyRules {
  readonly name: string;
  /** The name in snake case. */
  readonly snakeName: string;
  readonly required: boolean;
  /** As the document has it, for those who ask by it. */
  readonly schema: JsonSchema;
  readonly plan: () => Plan;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
}

/** What reading needs. */
export interface RulesSource {
  readonly schemas: SchemaReader;
  readonly planner: Planner;
  /** Whether a name matches a pattern. */
  readonly matches: (pattern: string, name: string) => boolean;
}

/** Reads what a plan asks of an object. */
export function readObjectRules(source: RulesSource, plan: Plan): ObjectRules {
  const { parts } = plan;
  const required = new Set(parts.flatMap((part) => asTexts(part['required'])));
  const excluded = new Set(parts.flatMap(excludedNames));
  const names = new Set([...parts.flatMap((part) => entriesOf(part, 'properties'))].map(nameOf));
  for (const name of required) names.add(name);
  const allowed = [...names].filter(
    (name) => required.has(name) || (!excluded.has(name) && !isClosed(source, parts, name)),
  );
  const numbers = (name: string): number[] =>
    parts.map((part) => part[name]).filter((value) => typeof value === 'number');
  return {
    properties: allowed.map((name) =>
      readProperty(source, name, {
        schemas: schemasFor(source, parts, name),
        required: required.has(name),
      }),
    ),
    names: new Set(allowed),
    beside: allowed.map(snakeCase).join(' '),
    least: Math.max(0, ...numbers('minProperties')),
    most: Math.min(Number.POSITIVE_INFINITY, ...numbers('maxProperties')),
    others: othersOf(parts),
    patterns: parts.flatMap((part) => entriesOf(part, 'patternProperties')),
    nameSchema: parts.map((part) => asSchema(part['propertyNames'])).find(isObject),
    dependents: parts.flatMap((part) =>
      Object.entries(isObject(part['dependentRequired']) ? part['dependentRequired'] : {}).map(
        ([name, needed]): [string, readonly string[]] => [name, asTexts(needed)],
      ),
    ),
  };
}

function readProperty(
  { schemas, planner }: RulesSource,
  name: string,
  found: { readonly schemas: readonly JsonSchema[]; readonly required: boolean },
): PropertyRules {
  const all = found.schemas.length > 0 ? found.schemas : [true];
  const has = (keyword: string): boolean =>
    all.some(
      (schema) =>
        (isObject(schema) && schema[keyword] === true) || schemas.resolve(schema)[keyword] === true,
    );
  let plan: Plan | undefined;
  return {
    ...{ name, snakeName: snakeCase(name), required: found.required, schema: all[0] ?? true },
    plan: () => {
      plan ??= planner.planOfAll(all);
      return plan;
    },
    ...{ readOnly: has('readOnly'), writeOnly: has('writeOnly') },
  };
}

function schemasFor(
  { matches }: RulesSource,
  parts: readonly JsonObject[],
  name: string,
): readonly JsonSchema[] {
  return parts.flatMap((part) => {
    const patterned = entriesOf(part, 'patternProperties').filter(([entry]) =>
      matches(entry, name),
    );
    const own = propertyOf(part, name);
    const found = [...(own === undefined ? [] : [own]), ...patterned.map(([, schema]) => schema)];
    const additional = asSchema(part['additionalProperties']);
    return found.length === 0 && isObject(additional) ? [additional] : found;
  });
}

function isClosed({ matches }: RulesSource, parts: readonly JsonObject[], name: string): boolean {
  return parts
    .filter((part) => part['additionalProperties'] === false)
    .some(
      (part) =>
        propertyOf(part, name) === undefined &&
        !entriesOf(part, 'patternProperties').some(([entry]) => matches(entry, name)),
    );
}

function othersOf(parts: readonly JsonObject[]): JsonSchema | undefined {
  const said = parts.flatMap((part) => {
    const open = part['additionalProperties'] ?? part['unevaluatedProperties'];
    return open === undefined ? [] : [asSchema(open) ?? true];
  });
  if (said.includes(false)) return undefined;
  return said.find(isObject) ?? true;
}

// `not: { required: ['a'] }` says that `a` must be absent.
function excludedNames({ not }: JsonObject): readonly string[] {
  const names = isObject(not) ? asTexts(not['required']) : [];
  return names.length === 1 ? names : [];
}

function propertyOf({ properties }: JsonObject, name: string): JsonSchema | undefined {
  return isObject(properties) ? asSchema(ownValue(properties, name)) : undefined;
}

function entriesOf(part: JsonObject, keyword: string): (readonly [string, JsonSchema])[] {
  const value = part[keyword];
  return Object.entries(isObject(value) ? value : {}).map(([name, schema]) => [
    name,
    asSchema(schema) ?? true,
  ]);
}

const nameOf = ([name]: readonly [string, JsonSchema]): string => name;
