import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { choicesOf } from '../../../data/described-choices.ts';
import { namesInstant, namesToCome, namesUndone } from '../../../data/instants.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { namesState } from '../../../data/state-after.ts';
import type { SchemaReader } from '../../../schema/schema-shape.ts';
import { variantsOf } from '../../../schema/variants.ts';

/** What is known of a property of a new row. */
export interface Facts {
  /** In snake case. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Whether a client may send it. */
  readonly sendable: boolean;
  readonly required: boolean;
}

/**
 * What a property of a new row is when nothing was sent for it: its only choice, its default, the
 * first state of a life, null, or what stands for nothing.
 *
 * @returns Absent where none of that is known of it.
 */
export function firstValue(schemas: SchemaReader, facts: Facts): JsonValue | undefined {
  const { schema } = facts;
  const { const: constant, enum: listed } = schemas.resolve(schema);
  if (constant !== undefined) return constant;
  if (Array.isArray(listed) && listed.length === 1) return listed[0];
  const fallback = schemas.defaultOf(schema);
  if (fallback !== undefined) return fallback;
  const choices = schemas.typesOf(schema).includes('string') ? choicesOf(schemas, schema) : [];
  const state = begins(choices) ? stateOf(choices, facts) : undefined;
  if (state !== undefined) return state;
  if (mayBeNull(schemas, schema) && isNothingYet(facts)) return null;
  // That something has not happened yet is known, so a flag says so.
  const isFlag = schemas.typesOf(schema)[0] === 'boolean';
  if (isNothing(schemas, facts) || (!facts.required && namesLater(facts.name) && !isFlag)) {
    return undefined;
  }
  if (choices.length > 0 && !facts.sendable) return firstState(choices);
  return stateOf(choices, facts) ?? emptyValue(schemas, facts);
}

// A state that clients may leave out is there all the same where rows must have it.
function stateOf(
  choices: readonly JsonValue[],
  { name, sendable, required }: Facts,
): JsonValue | undefined {
  const isState = choices.length > 0 && namesState(name) && (required || !sendable);
  return isState ? firstState(choices) : undefined;
}

/**
 * Whether a property may be without a value: null is a value of its type, but perhaps none of its
 * choices, as OpenAPI 3.0 writes them.
 */
export function isNothing(schemas: SchemaReader, facts: Facts): boolean {
  const { enum: choices } = schemas.resolve(facts.schema);
  const left = !facts.required && Array.isArray(choices) && !choices.includes(null);
  return left && schemas.typesOf(facts.schema).includes('null') && isNothingYet(facts);
}

function mayBeNull(schemas: SchemaReader, schema: JsonSchema): boolean {
  const { enum: choices } = schemas.resolve(schema);
  return (
    schemas.typesOf(schema).includes('null') && !(Array.isArray(choices) && !choices.includes(null))
  );
}

function isNothingYet({ name, sendable }: Facts): boolean {
  return sendable || !namesInstant(name) || namesUndone(name) || !isSet(name);
}

// Instants that a row has from the start, beside that of its making.
function isSet(name: string): boolean {
  return (namesToCome(name) && !/(started|activated|begun)_/.test(name)) || beside.test(name);
}

const beside = /creat|insert|added|regist|joined|signed_up|ordered|requested/;
const unhappened =
  /(^|_)(fail(ure|ed)|errors?|cancel(l?ation|l?ed)|reject(ion|ed)|decline[ds]?|deletion|dispute[ds]?|voided|reversal)(_|$)/;

/** Whether a field of this name says something only after something has happened to the row. */
export function namesLater(name: string): boolean {
  if (namesUndone(name) || (namesInstant(name) && !isSet(name))) return true;
  return unhappened.test(name) && !counted.test(name);
}

function emptyValue(schemas: SchemaReader, facts: Facts): JsonValue | undefined {
  const { name, schema, sendable } = facts;
  const resolved = schemas.resolve(schema);
  switch (schemas.typesOf(schema)[0]) {
    case 'boolean':
      return begun.test(name);
    case 'integer':
    case 'number': {
      if (sendable && /(^|_)quantity$/.test(name)) return oneOf(resolved);
      const isNone = counted.test(name) || (!sendable && summed.test(name));
      return isNone ? zeroOf(resolved) : undefined;
    }
    case 'array':
      return emptyList(resolved);
    case 'object':
      return emptyMap(schemas, facts) ?? emptyObject(schemas, facts);
    default:
      return undefined;
  }
}

function emptyMap(schemas: SchemaReader, { schema }: Facts): JsonObject | undefined {
  const { minProperties = 0, additionalProperties } = schemas.resolve(schema);
  if (schemas.shapeOf(schema).properties.size > 0) return undefined;
  return additionalProperties !== undefined && minProperties === 0 ? {} : undefined;
}

const isLater = (name: string): boolean => namesLater(snakeCase(name));

// An object of which nothing was sent, or that tells only of what is to come: what may be null is
// null, what is a flag is not set. Absent where it cannot do without a value that nobody knows.
function emptyObject(schemas: SchemaReader, facts: Facts): JsonObject | undefined {
  const [variant, ...others] = variantsOf(schemas, facts.schema);
  if (variant === undefined || others.length > 0 || !facts.required) return undefined;
  const { properties, required } = schemas.shapeOf(variant);
  if (properties.size === 0) return undefined;
  if (!facts.sendable && ![...properties.keys()].every(isLater)) return undefined;
  const members: [string, JsonValue][] = [];
  for (const [name, schema] of properties) {
    const inner = { name: snakeCase(name), schema, sendable: true, required: required.has(name) };
    const value = unsent(schemas, inner);
    if (value !== undefined && (inner.required || value === null)) members.push([name, value]);
    else if (inner.required) return undefined;
  }
  return Object.fromEntries(members);
}

function unsent(schemas: SchemaReader, facts: Facts): JsonValue | undefined {
  const isFlag = schemas.typesOf(facts.schema)[0] === 'boolean';
  return isFlag ? (schemas.defaultOf(facts.schema) ?? false) : firstValue(schemas, facts);
}

const begun = /^(is_)?(active|enabled|valid|visible|open|available|public)$/;
const counted =
  /(^|_)(count|counter|balance|comments|forks|stars|watchers|likes|views|attempts|redemptions|times_\w+)$/;

// What nothing has been added to yet.
const summed = /(^|_)(amount|total|subtotal|spent|paid|due|refunded|received)(_|$)/;

// One of a thing, where nobody said how many.
function oneOf({ minimum = 0, maximum = 1 }: JsonObject): JsonValue | undefined {
  return Number(minimum) <= 1 && Number(maximum) >= 1 ? 1 : undefined;
}

function zeroOf({ minimum, exclusiveMinimum }: JsonObject): JsonValue | undefined {
  const above = typeof exclusiveMinimum === 'number' && exclusiveMinimum >= 0;
  return above || (typeof minimum === 'number' && minimum > 0) ? undefined : 0;
}

function emptyList({ minItems, prefixItems }: JsonObject): JsonValue | undefined {
  return (minItems === undefined || minItems === 0) && prefixItems === undefined ? [] : undefined;
}

const beginnings = [
  ...['requires_payment_method', 'incomplete', 'draft', 'open', 'new', 'created', 'pending'],
  ...['queued', 'todo', 'to_do', 'backlog', 'active', 'enabled', 'available', 'processing'],
  ...['in_progress', 'not_started', 'scheduled', 'submitted', 'received', 'unpaid', 'unread'],
  ...['trialing', 'requires_confirmation', 'requires_action'],
];
/** Whether a state of this name, in snake case, is the end of a life. */
export function namesEnd(state: string): boolean {
  return endings.test(state);
}

const endings =
  /(^|_)(cancel(l?ed)?|fail(ed|ure)?|delet(ed|ion)|expired|reject(ed)?|revoked|archived|closed|void(ed)?|terminated|ended|lost|inactive|disabled|suspended|refunded|removed|error(ed)?|complete[d]?|done|finished)$/;

/**
 * The state that a life begins with, by what its name says; else the first that is no end, else the
 * first that there is.
 */
export function firstState(choices: readonly JsonValue[]): JsonValue | undefined {
  const states = new Map(choices.map((choice) => [snakeCase(String(choice)), choice]));
  const name =
    beginnings.find((beginning) => states.has(beginning)) ??
    [...states.keys()].find((state) => !endings.test(state));
  return name === undefined ? choices[0] : states.get(name);
}

function begins(choices: readonly JsonValue[]): boolean {
  return choices.some((choice) => beginnings.includes(snakeCase(String(choice))));
}
