import type { JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import { choicesOf } from '../../../data/described-choices.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import type { Collection } from '../../../infer/collection.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { isReadOnly } from '../../../schema/drop-read-only.ts';
import { variantsOf } from '../../../schema/variants.ts';
import { type Facts, firstValue, isNothing, namesLater } from './first-value.ts';
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
  const bySent = keepIn(plans, collection, () => new Map());
  return keepIn(bySent, sent, () => readPlan(schemas, collection, sent));
}

function readPlan(
  schemas: Schemas,
  collection: Collection,
  sent: JsonSchema | undefined,
): readonly PropertyPlan[] {
  const [variant] = variantsOf(schemas, collection.schema);
  const row = schemas.shapeOf(variant);
  const sendable = schemas.shapeOf(sent).properties;
  // A document that never says `required` means its properties all the same.
  const strict = row.required.size > 0;
  return [...row.properties].map(([name, schema]): PropertyPlan => {
    const asSent = sendable.get(name);
    const canSend = asSent !== undefined && !isReadOnly(schemas, asSent);
    const required = row.required.has(name);
    const facts = { name: snakeCase(name), schema, sendable: canSend, required };
    const first =
      (canSend ? sentFirst(schemas, asSent, facts) : undefined) ?? firstValue(schemas, facts);
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
}

// Where rows show any text, requests may say which there are.
function sentFirst(schemas: Schemas, sent: JsonSchema, facts: Facts): JsonValue | undefined {
  const fallback = schemas.defaultOf(sent);
  if (fallback !== undefined || !facts.required) return fallback;
  const { enum: choices } = schemas.resolve(sent);
  const isOpen = choicesOf(schemas, facts.schema).length === 0;
  const isText = schemas.typesOf(facts.schema)[0] === 'string';
  if (!isOpen || !isText || !Array.isArray(choices)) return undefined;
  return choices.find((choice) => typeof choice === 'string' && choice !== '');
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
  if (sendable || namesLater(name) || isNothing(schemas, facts)) return 'absent';
  // A reference that rows can do without, and that nobody asked for.
  if (strict && variantsOf(schemas, schema).length > 1) return 'absent';
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
