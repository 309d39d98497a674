import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { documentedAnswer } from '../../../answers/example.ts';
import type { Collection } from '../../../infer/collection.ts';
import type { ListShape, PageFact } from '../../../infer/role.ts';
import { asObject, isObject } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { type Operation, successSchema } from '../../../model/operation.ts';
import { createRandom } from '../../../random/random.ts';
import { plainValue } from '../../../schema/complete-row.ts';
import { itemSchema, type SchemaReader } from '../../../schema/schema-shape.ts';
import type { Call } from '../../handler.ts';
import { propertiesOf } from '../row-properties.ts';

/** What the answer of a list looks like around its rows; made once for each operation. */
export interface Envelope {
  /** Of one entry. */
  readonly items: JsonSchema;
  /** Absent when the answer is the array itself. */
  readonly around: Around | undefined;
}

interface Around {
  /** The answer without rows; what it tells of the page is still to be set. */
  readonly template: JsonObject;
  readonly itemsPath: readonly string[];
  readonly facts: readonly FactPlace[];
}

interface FactPlace {
  readonly fact: PageFact;
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  /** Whether the answer always has it. */
  readonly required: boolean;
  /** Where the object stands that is nothing but this address, if it may be missing. */
  readonly link?: readonly string[];
}

const envelopes = new WeakMap<Operation, Envelope>();

/** Reads what the document says of an operation's list. */
export function envelopeOf(call: Call, shape: ListShape, collection: Collection): Envelope {
  const known = envelopes.get(call.operation);
  if (known !== undefined) return known;
  const { schemas } = call.core;
  const schema = successSchema(call.operation);
  const itemsPath = tokensOf(shape.itemsPointer);
  const list = findMember(schemas, schema, itemsPath)?.schema;
  const items = shape.items ?? itemSchema(schemas.resolve(list)) ?? collection.schema;
  const isBare = schema === undefined || itemsPath.length === 0;
  const around = isBare ? undefined : readAround(call, schema, shape);
  const envelope = { items, around };
  envelopes.set(call.operation, envelope);
  return envelope;
}

/** The answer of a list: its rows, with what is to be told of the page. */
export function fillEnvelope(
  core: Served,
  { around }: Envelope,
  {
    rows,
    factOf,
  }: { readonly rows: readonly JsonValue[]; readonly factOf: (fact: PageFact) => JsonValue },
): JsonValue {
  if (around === undefined) return rows;
  const { schemas } = core;
  let body: JsonObject = setAt(around.template, around.itemsPath, rows);
  for (const place of around.facts) {
    const { path, schema, required } = place;
    const value = asShown(core, place, factOf(place.fact));
    if (value !== null || schemas.typesOf(schema).includes('null')) body = setAt(body, path, value);
    else if (place.link !== undefined) body = setAt(body, place.link, undefined);
    else if (required) body = setAt(body, path, plainValue(schemas, schema));
    else body = setAt(body, path, undefined);
  }
  return body;
}

type Served = Pick<Call['core'], 'schemas' | 'basePath' | 'operations'>;

function readAround({ core, now, operation }: Call, schema: JsonSchema, shape: ListShape): Around {
  const itemsPath = tokensOf(shape.itemsPointer);
  const facts: FactPlace[] = [];
  for (const [pointer, fact] of shape.facts) {
    const path = tokensOf(pointer);
    const member = findMember(core.schemas, schema, path);
    if (member === undefined) continue;
    const around = path.at(-1) === 'href' ? path.slice(0, -1) : [];
    const isLink =
      around.length > 0 && findMember(core.schemas, schema, around)?.required === false;
    facts.push({ fact, path, ...member, ...(isLink ? { link: around } : {}) });
  }
  const given = setAt({}, itemsPath, []);
  // Of its own chance, so that what is made afterwards does not depend on who lists first.
  const random = createRandom(operation.id.length);
  const shown = documentedAnswer(core, operation);
  const made = shown ?? core.data?.make(schema, { random, now, direction: 'response', given });
  const template = asObject(made ?? plainValue(core.schemas, schema));
  return { template: setAt(template, itemsPath, []), itemsPath, facts };
}

function tokensOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function findMember(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
  path: readonly string[],
): { readonly schema: JsonSchema; readonly required: boolean } | undefined {
  let here = schema;
  let required = true;
  for (const name of path) {
    const shape = propertiesOf(schemas, here);
    here = shape.properties.get(name);
    required = shape.required.has(name);
  }
  return here === undefined ? undefined : { schema: here, required };
}

// Objects on the way are copied; `undefined` takes the member away.
function setAt(
  body: JsonObject,
  [name, ...rest]: readonly string[],
  value: JsonValue | undefined,
): JsonObject {
  if (name === undefined) return body;
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(body).filter(([member]) => member !== name));
  }
  const inner = Object.hasOwn(body, name) ? body[name] : undefined;
  const next = rest.length === 0 ? value : setAt(isObject(inner) ? inner : {}, rest, value);
  return { ...body, [name]: next ?? null };
}

// Addresses are paths where the document shows paths, numbers are texts where it says so.
function asShown(core: Served, { schema, fact, path }: FactPlace, value: JsonValue): JsonValue {
  const { schemas, basePath } = core;
  const types = schemas.typesOf(schema);
  const isNumeric = types.includes('integer') || types.includes('number');
  if (typeof value === 'number' && !isNumeric && types.includes('string')) return String(value);
  if (typeof value !== 'string') return value;
  if (isNumeric && !types.includes('string') && /^\d+$/.test(value)) return Number(value);
  const own = pathStart(schemas.resolve(schema));
  const start = own ?? (fact === 'self-url' ? usualStart(core, path.at(-1) ?? '') : undefined);
  if (start === undefined) return value;
  const whole = value.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  // Where a list says where it is, it does not say how it was asked for.
  const target = fact === 'self-url' ? whole.replace(/\?.*$/s, '') : whole;
  const below = target.startsWith(`${basePath}/`) && !start.startsWith(`${basePath}/`);
  if (below) return target.slice(basePath.length);
  // A list that is at home elsewhere, as its pattern says.
  return fact === 'self-url' && own !== undefined && !target.startsWith(own) ? own : target;
}

const usual = new WeakMap<Served['operations'], Map<string, string | undefined>>();

// How other lists say where they are, where this one does not show it.
function usualStart({ schemas, operations }: Served, name: string): string | undefined {
  const byName = keepIn(usual, operations, () => new Map());
  return keepIn(byName, name, () => {
    for (const operation of operations.values()) {
      const member = schemas.shapeOf(successSchema(operation)).properties.get(name);
      const found = member === undefined ? undefined : pathStart(schemas.resolve(member));
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

// How the addresses of a document begin that are only paths.
function pathStart(schema: JsonObject): string | undefined {
  const { pattern, example, examples, default: fallback } = schema;
  const shown = [example, fallback, ...(Array.isArray(examples) ? examples : [])];
  const path = shown.find((one) => typeof one === 'string' && one.startsWith('/'));
  if (typeof path === 'string') return path;
  const plain = typeof pattern === 'string' ? pattern.replaceAll('\\/', '/') : '';
  return /^\^(\/[\w/.-]*)/.exec(plain)?.[1];
}
