import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { isObject, ownValue } from '../model/json-read.ts';
import { asSchema, itemSchema } from '../schema/schema-shape.ts';
import { type ErrorFacts, factsOfField } from './error-facts.ts';
import { lettersOf, readMember, vocabularyFor } from './error-members.ts';
import { makeValue } from './make-value.ts';

/** A filled body. */
export interface Filled {
  readonly value: JsonValue;
  /** How many members say something of this error; 0 when all are made up. */
  readonly known: number;
}

/** Where a value stands in a body. */
interface Place {
  readonly name: string;
  readonly required: boolean;
  /** The document's example of the value; its codes win over the mock's. */
  readonly example: JsonValue | undefined;
  readonly depth: number;
}

const maxDepth = 5;
const maxBranches = 12;
// What is optional and named otherwise, such as a payment, is no part of the error itself.
const errorNames = /err|fault|problem|exception|issue|violation|^details?$|^status$|^fields?$/;

interface Filling {
  readonly core: Core;
  readonly facts: ErrorFacts;
}

/**
 * Fills a schema of errors with what is known of one: members by what their names mean, what is
 * required beyond that with made values.
 *
 * @param core - Of the mock.
 * @param schema - Of the body.
 * @param told - The facts, and an example of the document for this very status.
 * @returns Absent when nothing that the schema accepts says anything of the error.
 */
export function fillError(
  core: Core,
  schema: JsonSchema,
  told: { readonly facts: ErrorFacts; readonly example?: JsonValue | undefined },
): JsonValue | undefined {
  const { facts, example } = told;
  const filled = fill({ core, facts }, schema, { name: '', required: true, example, depth: 0 });
  if (filled === undefined || filled.known === 0) return undefined;
  if (isValid(core, schema, filled.value)) return filled.value;
  if (!isObject(filled.value)) return undefined;
  const wish = { given: filled.value, optional: 'none', examples: false } as const;
  const made = makeValue(core, schema, wish);
  return made !== undefined && isValid(core, schema, made) ? made : undefined;
}

function isValid({ validators }: Core, schema: JsonSchema, value: JsonValue): boolean {
  return validators.check(schema, value, 'response').length === 0;
}

function fill(filling: Filling, schema: JsonSchema, place: Place): Filled | undefined {
  const { schemas } = filling.core;
  if (place.depth > maxDepth) return undefined;
  if (schemas.shapeOf(schema).properties.size > 0) return fillObject(filling, schema, place);
  const resolved = schemas.resolve(schema);
  const branches = [resolved['anyOf'], resolved['oneOf'], resolved['allOf']].find(Array.isArray);
  if (branches !== undefined) return fillBest(filling, { schema, branches }, place);
  const types = schemas.typesOf(schema);
  if (types.includes('array')) return fillList(filling, schema, place);
  if (types.includes('object') || types.length === 0) return fillOpen(filling, resolved, place);
  const isText = types.includes('string') && place.depth === 0;
  return isText ? { value: filling.facts.detail, known: 1 } : undefined;
}

function fillObject(filling: Filling, schema: JsonSchema, place: Place): Filled | undefined {
  const { core, facts } = filling;
  const { properties, required } = core.schemas.shapeOf(schema);
  const beside = new Set([...properties.keys()].map(lettersOf));
  const vocabulary = vocabularyFor(core.schemas, properties);
  const members: [string, JsonValue][] = [];
  let known = 0;
  for (const [name, property] of properties) {
    const below = stepInto(place, name, required.has(name));
    const told =
      ownCode(filling, property, below) ??
      readMember(core.schemas, { ...below, schema: property, beside, vocabulary }, facts);
    if (told !== undefined && isValid(core, property, told)) {
      members.push([name, told]);
      known++;
      continue;
    }
    const nested = fillMember(filling, property, below);
    if (nested !== undefined) members.push([name, nested.value]);
    known += nested?.known ?? 0;
  }
  return { value: Object.fromEntries(members), known };
}

function stepInto(place: Place, name: string, required: boolean): Place {
  const example = isObject(place.example) ? ownValue(place.example, name) : undefined;
  return { name, required, example, depth: place.depth + 1 };
}

// The document's own code for this status; its sentences are about another request.
function ownCode({ core }: Filling, schema: JsonSchema, place: Place): JsonValue | undefined {
  const { example, name } = place;
  const isCode = /^(error)?(code|type)$|^title$|^name$/.test(lettersOf(name));
  const isScalar = typeof example === 'string' || typeof example === 'number';
  return isCode && isScalar && isValid(core, schema, example) ? example : undefined;
}

function fillMember(filling: Filling, schema: JsonSchema, place: Place): Filled | undefined {
  const { core } = filling;
  const { schemas } = core;
  if (place.required || isAboutErrors(filling, schema, place)) {
    const filled = fill(filling, schema, place);
    if (filled !== undefined && filled.known > 0 && isValid(core, schema, filled.value)) {
      return filled;
    }
  }
  if (!place.required) return undefined;
  if (schemas.typesOf(schema).includes('null')) return { value: null, known: 0 };
  const value = makeValue(core, schema, { name: place.name, optional: 'none' });
  return value === undefined ? undefined : { value, known: 0 };
}

function isAboutErrors({ core, facts }: Filling, schema: JsonSchema, { name }: Place): boolean {
  if (errorNames.test(lettersOf(name))) return true;
  const { properties } = core.schemas.shapeOf(schema);
  // JSON:API's place of a fault.
  return facts.field !== undefined && (properties.has('pointer') || properties.has('parameter'));
}

function fillBest(
  filling: Filling,
  { schema, branches }: { readonly schema: JsonSchema; readonly branches: readonly JsonValue[] },
  place: Place,
): Filled | undefined {
  let best: Filled | undefined;
  for (const written of branches.slice(0, maxBranches)) {
    const filled = fill(filling, asSchema(written) ?? {}, place);
    if (filled === undefined || filled.known <= (best?.known ?? 0)) continue;
    // One of several must keep all others out (`oneOf`).
    if (isValid(filling.core, schema, filled.value)) best = filled;
  }
  return best;
}

function fillList(filling: Filling, schema: JsonSchema, place: Place): Filled | undefined {
  const { core, facts } = filling;
  const items = itemSchema(core.schemas.resolve(schema)) ?? true;
  if (facts.field !== undefined) return undefined;
  const each = facts.errors.map((error) => factsOfField(facts, error));
  const told = each.length > 0 || !(place.required || place.depth <= 1) ? each : [facts];
  const entries = told.flatMap((entry) => {
    if (core.schemas.typesOf(items).includes('string')) return [{ value: entry.detail, known: 1 }];
    const [example] = Array.isArray(place.example) ? place.example : [];
    const below = { name: '', required: true, example, depth: place.depth + 1 };
    return fill({ core, facts: entry }, items, below) ?? [];
  });
  if (entries.length === 0) return undefined;
  return { value: entries.map(({ value }) => value), known: entries.length };
}

// An object without named members: one list of sentences per field where the document says so, else
// what is known under customary names.
function fillOpen(
  { core, facts }: Filling,
  resolved: JsonObject,
  place: Place,
): Filled | undefined {
  const others = asSchema(resolved['additionalProperties']);
  const types = core.schemas.typesOf(others);
  if (isObject(others) && types.length > 0) return byField(facts, types.includes('array'));
  if (place.depth > 0) return undefined;
  const { status, code, detail: message, requestId } = facts;
  const listed =
    facts.errors.length === 0 ? {} : { errors: facts.errors.map((error) => ({ ...error })) };
  return { value: { status, code, message, request_id: requestId, ...listed }, known: 4 };
}

function byField({ errors }: ErrorFacts, isList: boolean): Filled | undefined {
  if (errors.length === 0) return undefined;
  const entries = errors.map(({ pointer, parameter, message }): [string, JsonValue] => [
    parameter ?? pointer?.slice(1) ?? '',
    isList ? [message] : message,
  ]);
  return { value: Object.fromEntries(entries), known: entries.length };
}
