import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asTexts, isObject } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { asSchema, componentName, type SchemaReader } from '../schema/schema-shape.ts';
import { keepPer } from './keep-per.ts';
import { type Group, readGroups, tagSchema } from './read-groups.ts';

/** What a schema asks of a value, its references followed and its `allOf` merged. */
export interface Plan {
  /** The name of the component that it is, when it is one. */
  readonly component: string | undefined;
  /** As the document has them; a value must satisfy each. */
  readonly sources: readonly JsonSchema[];
  /** The same without references and `allOf`; the nearest is the last. */
  readonly parts: readonly JsonObject[];
  /** The components in it, by which recursion is noticed. */
  readonly marks: readonly JsonObject[];
  /** Allowed types, `null` left out; empty when the schema names none. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** Whether its parts contradict each other, so that there is no such value. */
  readonly impossible: boolean;
  /** The only values that there are, `null` left out. */
  readonly choices: readonly JsonValue[] | undefined;
  /** What is still to be chosen. */
  readonly groups: readonly Group[];
}

/** Makes plans and keeps them. */
export interface Planner {
  /** The plan of a schema. */
  planOf(schema: JsonSchema): Plan;
  /** The plan of a value that satisfies several. */
  planOfAll(schemas: readonly JsonSchema[]): Plan;
  /** The plan of the entries of an array; absent when it can have none but those of a tuple. */
  itemsOf(plan: Plan): Plan | undefined;
  /** The plan once an alternative of the first group is chosen. */
  branch(plan: Plan, index: number): Plan;
}

/** Makes the planner of a model. */
export function createPlanner(schemas: SchemaReader): Planner {
  const plans = new WeakMap<JsonObject, Plan>();
  const branches = new WeakMap<Plan, Plan[]>();
  const merge = (all: readonly JsonSchema[]): Plan => finish(gather(schemas, all), all);
  const [anything, nothing] = [merge([]), merge([false])];
  const planOf = (schema: JsonSchema): Plan => {
    if (!isObject(schema)) return schema ? anything : nothing;
    return keepIn(plans, schema, () => merge([schema]));
  };
  const planOfAll = (all: readonly JsonSchema[]): Plan =>
    all.length < 2 ? planOf(all[0] ?? true) : merge(all);
  const itemsOf = keepPer((plan: Plan) => {
    const items = plan.parts.map((part) => asSchema(part['items']));
    const all = items.filter((schema) => schema !== undefined);
    return all.includes(false) ? undefined : planOfAll(all);
  });
  return {
    planOf,
    planOfAll,
    itemsOf,
    branch: (plan, index) => {
      const kept = branches.get(plan) ?? [];
      branches.set(plan, kept);
      kept[index] ??= takeBranch(schemas, plan, index);
      return kept[index];
    },
  };
}

function takeBranch(schemas: SchemaReader, plan: Plan, index: number): Plan {
  const [group, ...others] = plan.groups;
  const chosen = group?.alternatives[index] ?? [];
  const draft = gather(schemas, chosen);
  const parts = [...plan.parts, ...draft.parts];
  const marks = [...plan.marks, ...draft.marks];
  const groups = [...others, ...draft.groups];
  const component = draft.component ?? plan.component;
  const forbidden = draft.forbidden || plan.impossible;
  return finish({ parts, marks, groups, component, forbidden }, [...plan.sources, ...chosen]);
}

interface Draft {
  readonly parts: JsonObject[];
  readonly marks: JsonObject[];
  readonly groups: Group[];
  component: string | undefined;
  forbidden: boolean;
}

function gather(schemas: SchemaReader, all: readonly JsonSchema[]): Draft {
  const draft: Draft = { parts: [], marks: [], groups: [], component: undefined, forbidden: false };
  for (const schema of all) {
    draft.component ??= componentName(schema);
    addSchema(schemas, draft, schema);
  }
  addTags(draft);
  return draft;
}

function addSchema(schemas: SchemaReader, draft: Draft, schema: JsonSchema): void {
  if (schema === false) draft.forbidden = true;
  if (!isObject(schema) || draft.parts.includes(schema)) return;
  const name = componentName(schema);
  if (name !== undefined) {
    const target = schemas.resolve(schema);
    if (!draft.marks.includes(target)) {
      draft.marks.push(target);
      addSchema(schemas, draft, target);
    }
  }
  for (const part of Array.isArray(schema['allOf']) ? schema['allOf'] : []) {
    // A part that repeats what contains it adds nothing, and would never end.
    if (isObject(part) && draft.marks.includes(schemas.resolve(part))) continue;
    addSchema(schemas, draft, asSchema(part) ?? true);
  }
  draft.parts.push(schema);
  draft.groups.push(...readGroups(schema));
}

// A base class names its subclasses by a discriminator without listing them.
function addTags(draft: Draft): void {
  if (draft.component === undefined) return;
  for (const part of [...draft.parts]) {
    if (part['oneOf'] !== undefined || part['anyOf'] !== undefined) continue;
    const tag = tagSchema(part, draft.component);
    if (tag !== undefined) draft.parts.push(tag);
  }
}

function finish(draft: Draft, sources: readonly JsonSchema[]): Plan {
  const { parts, marks, groups, component } = draft;
  const types = typesOf(parts);
  const all = choicesOf(parts);
  const choices = all?.filter((choice) => choice !== null);
  const nullable =
    (types === undefined ? groups.length > 0 || all !== undefined : types.includes('null')) &&
    groups.every(({ alternatives }) => alternatives.some(allowsNull)) &&
    (all === undefined || all.includes(null));
  return {
    ...{ component, sources, parts, marks, nullable, choices, groups },
    types: types?.filter((type) => type !== 'null') ?? [],
    impossible:
      draft.forbidden || (!nullable && (choices?.length === 0 || onlyNull(types)) === true),
  };
}

const onlyNull = (types: readonly string[] | undefined): boolean =>
  types?.every((type) => type === 'null') === true;

function typesOf(parts: readonly JsonObject[]): readonly string[] | undefined {
  let types: readonly string[] | undefined;
  for (const part of parts) {
    const own = ownTypes(part);
    if (own !== undefined) types = types === undefined ? own : intersect(types, own);
  }
  return types;
}

function ownTypes({ type, nullable }: JsonObject): readonly string[] | undefined {
  const own = typeof type === 'string' ? [type] : asTexts(type);
  if (own.length === 0) return undefined;
  return nullable === true ? [...own, 'null'] : own;
}

// Every integer is a number: of the two, the integer remains.
function intersect(left: readonly string[], right: readonly string[]): readonly string[] {
  const kept = left.filter(
    (type) => right.includes(type) || (type === 'integer' && right.includes('number')),
  );
  const narrowed = left.includes('number') && !right.includes('number');
  return narrowed && right.includes('integer') ? [...kept, 'integer'] : kept;
}

function choicesOf(parts: readonly JsonObject[]): readonly JsonValue[] | undefined {
  let choices: readonly JsonValue[] | undefined;
  for (const part of parts) {
    const listed = Array.isArray(part['enum']) ? part['enum'] : undefined;
    const own = part['const'] === undefined ? listed : [part['const']];
    if (own === undefined) continue;
    const texts = own.map((choice) => JSON.stringify(choice));
    choices = choices?.filter((choice) => texts.includes(JSON.stringify(choice))) ?? own;
  }
  return choices;
}

// Without following references: a component that is null is rare, and costs no more than a value.
function allowsNull(schemas: readonly JsonSchema[]): boolean {
  return schemas.every((schema) => {
    if (!isObject(schema)) return schema;
    const { const: constant, enum: choices, $ref } = schema;
    if (constant === null || (Array.isArray(choices) && choices.includes(null))) return true;
    return $ref === undefined && ownTypes(schema)?.includes('null') === true;
  });
}
