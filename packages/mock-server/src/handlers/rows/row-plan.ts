import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../core.ts';
import { namesInstant, namesUndone } from '../../data/instants.ts';
import { snakeCase } from '../../data/snake-case.ts';
import type { Collection } from '../../infer/collection.ts';
import { isReadOnly } from '../../schema/drop-read-only.ts';
import { variantsOf } from '../../schema/variants.ts';
import { instantWriter } from './instant-writer.ts';

/**
 * Where a property of a new row comes from when nothing was sent for it: a value that is known
 * (`known`), the present (`now`), the row's own address (`address`) or its name with that of what it
 * belongs to (`path`: `octocat/hello-world`), chance (`drawn`: ids and the
 * like, which differ from row to row whatever the document's examples say), the maker of data
 * (`made`), or from nowhere (`absent`).
 */
export type Origin = 'known' | 'now' | 'address' | 'path' | 'drawn' | 'made' | 'absent';

/** What a property of a new row is when nothing was sent for it. */
export interface PropertyPlan {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Whether a client may send it. */
  readonly sendable: boolean;
  readonly origin: Origin;
  /** The value of `known`. */
  readonly first: JsonValue | undefined;
  /** Writes an instant in its form; set with `now`. */
  readonly write?: (at: number) => JsonValue;
}

type Schemas = Core['schemas'];

const plans = new WeakMap<Collection, Map<JsonSchema | undefined, readonly PropertyPlan[]>>();

/**
 * What the properties of a new row begin with.
 *
 * @remarks What a client could have sent and did not is its default, or nothing. What only the server
 * gives is a default, the first state of a life, nothing where nothing has happened yet, else made.
 * @param sent - The schema of what clients send.
 */
export function planRow(
  schemas: Schemas,
  collection: Collection,
  sent: JsonSchema | undefined,
): readonly PropertyPlan[] {
  const bySent = plans.get(collection) ?? new Map();
  plans.set(collection, bySent);
  const known = bySent.get(sent);
  if (known !== undefined) return known;
  const [variant] = variantsOf(schemas, collection.schema);
  const row = schemas.shapeOf(variant);
  const sendable = schemas.shapeOf(sent).properties;
  // A document that never says `required` means its properties all the same.
  const strict = row.required.size > 0;
  const plan = [...row.properties].map(([name, schema]): PropertyPlan => {
    const asSent = sendable.get(name);
    const canSend = asSent !== undefined && !isReadOnly(schemas, asSent);
    const required = row.required.has(name);
    const facts = { name: snakeCase(name), schema, sendable: canSend, required };
    const fallback = canSend ? schemas.defaultOf(asSent) : undefined;
    const first = fallback ?? firstValue(schemas, facts);
    const origin = originOf(schemas, facts, { first, strict, collection });
    return {
      name,
      schema,
      sendable: canSend,
      origin,
      first: origin === 'known' ? first : undefined,
      ...(origin === 'now' ? { write: instantWriter(schemas, { name, property: schema }) } : {}),
    };
  });
  bySent.set(sent, plan);
  return plan;
}

interface Facts {
  /** In snake case. */
  readonly name: string;
  readonly schema: JsonSchema;
  readonly sendable: boolean;
  readonly required: boolean;
}

function firstValue(schemas: Schemas, { name, schema, sendable }: Facts): JsonValue | undefined {
  const { const: constant, enum: choices } = schemas.resolve(schema);
  if (constant !== undefined) return constant;
  if (Array.isArray(choices) && choices.length === 1) return choices[0];
  const types = schemas.typesOf(schema);
  const nullable = types.includes('null') && !(Array.isArray(choices) && !choices.includes(null));
  const happened = namesInstant(name) && !namesUndone(name);
  const fallback = schemas.defaultOf(schema);
  if (fallback !== undefined) return fallback;
  if (nullable && (sendable || !happened)) return null;
  const isText = types.includes('string') && Array.isArray(choices);
  if (isText && !sendable) return firstState(choices);
  return emptyValue(schemas, schema, { name, sendable });
}

function emptyValue(
  schemas: Schemas,
  schema: JsonSchema,
  { name, sendable }: Pick<Facts, 'name' | 'sendable'>,
): JsonValue | undefined {
  const resolved = schemas.resolve(schema);
  const [type] = schemas.typesOf(schema);
  if (type === 'boolean') return begun.test(name);
  if (type === 'integer' || type === 'number') {
    return counted.test(name) || (!sendable && summed.test(name)) ? zeroOf(resolved) : undefined;
  }
  if (type === 'array') return emptyList(resolved);
  const isMap = type === 'object' && schemas.shapeOf(schema).properties.size === 0;
  const least = resolved['minProperties'] ?? 0;
  return isMap && resolved['additionalProperties'] !== undefined && least === 0 ? {} : undefined;
}

const begun = /^(is_)?(active|enabled|valid|visible|open|available|public)$/;
const counted = /(^|_)(count|counter|balance|comments|forks|stars|watchers|likes|views|attempts)$/;

// What nothing has been added to yet.
const summed = /(^|_)(amount|total|subtotal|spent|paid|due|refunded|received)(_|$)/;

function zeroOf({ minimum, exclusiveMinimum }: JsonObject): JsonValue | undefined {
  const above = typeof exclusiveMinimum === 'number' && exclusiveMinimum >= 0;
  return above || (typeof minimum === 'number' && minimum > 0) ? undefined : 0;
}

function emptyList({ minItems, prefixItems }: JsonObject): JsonValue | undefined {
  return (minItems === undefined || minItems === 0) && prefixItems === undefined ? [] : undefined;
}

const beginnings = [
  ...['requires_payment_method', 'incomplete', 'draft', 'open', 'new', 'created', 'pending'],
  ...['queued', 'todo', 'active', 'enabled', 'available', 'processing', 'in_progress'],
];

/** The state that a life begins with, by what its name says; else the first that there is. */
export function firstState(choices: readonly JsonValue[]): JsonValue | undefined {
  const states = new Map(choices.map((choice) => [snakeCase(String(choice)), choice]));
  const name = beginnings.find((beginning) => states.has(beginning));
  return name === undefined ? choices[0] : states.get(name);
}

const born =
  /^(date_)?(created|inserted|added|opened|updated|modified|changed)(_?(at|on|date|time))?$/;
const nested = /^(full_name|path_with_namespace|full_path)$/;
const identity = /(^|_)(id|uuid|guid|sha|hash|token|secret|etag|fingerprint)$/;

function originOf(schemas: Schemas, facts: Facts, leaning: Leaning): Origin {
  const { name, schema, sendable, required } = facts;
  const { first, strict } = leaning;
  const own = sendable ? undefined : ownOrigin(schemas, facts, leaning);
  if (own !== undefined) return own;
  if (first !== undefined) return 'known';
  if (required) return 'made';
  if (sendable || namesUndone(name)) return 'absent';
  // Large objects that are optional are shown by those who ask for them.
  return !strict || schemas.shapeOf(schema).properties.size === 0 ? 'made' : 'absent';
}

// What tells one row from another, and its time, are never those of the document's example.
function ownOrigin(
  schemas: Schemas,
  { name, schema }: Facts,
  { first, collection }: Leaning,
): Origin | undefined {
  const { enum: choices, example, examples } = schemas.resolve(schema);
  const types = schemas.typesOf(schema);
  if (choices !== undefined || !types.some((type) => /^(string|integer)$/.test(type)))
    return undefined;
  if (born.test(name)) return 'now';
  if (first !== undefined) return 'known';
  if (identity.test(name)) return 'drawn';
  if (collection.scope.length === 1 && nested.test(name)) return 'path';
  // The word of the collection in a path: `issues`.
  const segment = /\/([^/{}]+)(\/\{[^/]*)?$/.exec(collection.name)?.[1] ?? '';
  const shown = [example, ...(Array.isArray(examples) ? examples : [])].join(' ');
  const isOwn = /^(url|self|href|self_url)$/.test(name) && shown.includes(`/${segment}/`);
  return isOwn ? 'address' : undefined;
}

interface Leaning {
  readonly first: JsonValue | undefined;
  /** Whether the row's schema says of any property that it is required. */
  readonly strict: boolean;
  readonly collection: Collection;
}
