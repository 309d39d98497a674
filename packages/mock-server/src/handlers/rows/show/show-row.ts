import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { documentedAnswer } from '../../../answers/example.ts';
import type { Outcome } from '../../../exchange/outcome.ts';
import type { Collection } from '../../../infer/collection.ts';
import { asObject, isObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { successSchema } from '../../../model/operation.ts';
import { createRandom } from '../../../random/random.ts';
import { plainValue } from '../../../schema/complete-row.ts';
import { itemSchema } from '../../../schema/schema-shape.ts';
import { isSameSchema, variantsOf } from '../../../schema/variants.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { roleOf } from '../find/place.ts';
import { adaptValue } from '../make/adapt-value.ts';
import { propertiesOf } from '../row-properties.ts';
import { expandRow } from './expand-row.ts';

/** Answers one row as the operation's success shows it; without a body where that has none. */
export function answerRow(
  call: Call,
  row: Row,
  status: number = call.operation.successStatus,
): Outcome {
  if (!hasContent(call, status)) return { status };
  const { collection, answerPointer = '' } = roleOf(call);
  const schema = answerSchema(call, status);
  const shown = expandRow(call, collection, row.data);
  if (schema === undefined) return { status, body: shown };
  const path = answerPointer.split('/').slice(1);
  const showing = { collection, schema, path };
  return { status, body: withSent(call, showing, shown) ?? showRow(call, showing, shown) };
}

// An answer that shows no row, such as the photo that was added to one, shows what was sent.
function withSent(call: Call, showing: Showing, data: JsonObject): JsonValue | undefined {
  const { core, input } = call;
  const { collection, schema } = showing;
  if (!isObject(input.body) || isRowSchema(call, collection, schema)) return undefined;
  if (core.schemas.shapeOf(schema).properties.size === 0) return undefined;
  if ((placeAt(call, showing, data) ?? wrap(call, showing, data)) !== undefined) return undefined;
  const sent = commonMembers(call, schema, input.body);
  return make(call, schema, { ...sent, ...commonMembers(call, schema, data) });
}

function answerSchema({ operation }: Call, status: number): JsonSchema | undefined {
  const content = operation.responseFor(status)?.content ?? [];
  return content.find(({ mediaType }) => /[/+]json\b/.test(mediaType))?.schema;
}

/** Whether the document says that an answer has a body; one that it does not describe has none. */
export function hasContent({ operation }: Call, status: number): boolean {
  return (operation.responseFor(status)?.content.length ?? 0) > 0;
}

/** In which form a row is shown. */
export interface Showing {
  readonly collection: Collection;
  /** Of the answer, or of the entry of a list. */
  readonly schema: JsonSchema;
  /** Where the row stands in it; left out where it is the whole, or where its schema tells. */
  readonly path?: readonly string[];
}

// What a row looks like elsewhere, kept as long as the row stays as it is.
const views = new WeakMap<JsonObject, Map<JsonSchema, JsonValue>>();
const same = new WeakMap<Collection, Map<JsonSchema, boolean>>();

/**
 * A row in the form that a schema has for it: as it is, inside of something, or by the members that
 * both know.
 */
export function showRow(call: Call, showing: Showing, data: JsonObject): JsonValue {
  const { collection, schema } = showing;
  if (isRowSchema(call, collection, schema)) return data;
  const known = keepIn(views, data, () => new Map<JsonSchema, JsonValue>());
  return keepIn(known, schema, () => project(call, showing, data));
}

function isRowSchema({ core }: Call, collection: Collection, schema: JsonSchema): boolean {
  const known = keepIn(same, collection, () => new Map<JsonSchema, boolean>());
  return keepIn(known, schema, () => {
    const answers = variantsOf(core.schemas, schema);
    const [row] = variantsOf(core.schemas, collection.schema);
    return (
      isSameSchema(core.schemas, schema, collection.schema) ||
      (row !== undefined && answers.includes(row))
    );
  });
}

function project(call: Call, showing: Showing, data: JsonObject): JsonValue {
  const { core } = call;
  const { schema } = showing;
  const [variant] = variantsOf(core.schemas, schema);
  if (core.schemas.typesOf(variant).includes('array')) {
    const items = itemSchema(variant ?? {});
    return items === undefined ? [data] : [showRow(call, { ...showing, schema: items }, data)];
  }
  const around = placeAt(call, showing, data) ?? wrap(call, showing, data);
  if (around === undefined) return make(call, schema, commonMembers(call, schema, data));
  const isAnswer = schema === successSchema(call.operation);
  const shown = isAnswer ? asObject(documentedAnswer(core, call.operation)) : {};
  return make(call, schema, { ...shown, ...around });
}

function placeAt(call: Call, showing: Showing, data: JsonObject): JsonObject | undefined {
  const { collection, schema, path = [] } = showing;
  const [name, ...rest] = path;
  const inner =
    name === undefined ? undefined : propertiesOf(call.core.schemas, schema).properties.get(name);
  if (name === undefined || inner === undefined) return undefined;
  return { [name]: showRow(call, { collection, schema: inner, path: rest }, data) };
}

// `{ "task": { … } }`, and the same with a list of one.
function wrap(call: Call, showing: Showing, data: JsonObject): JsonObject | undefined {
  const { collection, schema } = showing;
  const { schemas } = call.core;
  const { properties } = schemas.shapeOf(schema);
  if (properties.has(collection.idProperty)) return undefined;
  for (const [name, property] of properties) {
    if (isRowSchema(call, collection, property)) return { [name]: data };
    const items = itemSchema(schemas.resolve(property));
    if (items !== undefined && isRowSchema(call, collection, items)) return { [name]: [data] };
  }
  return undefined;
}

function commonMembers(call: Call, schema: JsonSchema, data: JsonObject): JsonObject {
  const found: [string, JsonValue][] = [];
  for (const variant of variantsOf(call.core.schemas, schema)) {
    for (const [name, property] of call.core.schemas.shapeOf(variant).properties) {
      const value = ownValue(data, name);
      const shown = value === undefined ? undefined : adaptValue(call, property, value);
      if (shown !== undefined) found.push([name, shown]);
    }
    if (found.length > 0) break;
  }
  return Object.fromEntries(found);
}

function make(call: Call, schema: JsonSchema, given: JsonObject): JsonValue {
  const { core, now } = call;
  const { properties } = propertiesOf(core.schemas, schema);
  if (properties.size > 0 && [...properties.keys()].every((name) => Object.hasOwn(given, name))) {
    return given;
  }
  const random = createRandom(hashText(JSON.stringify(given)));
  const made = core.data?.make(schema, { random, now, direction: 'response', given });
  if (made !== undefined) return made;
  const plain = plainValue(core.schemas, schema);
  return isObject(plain) ? { ...plain, ...given } : plain;
}

// FNV-1a: what is made beside a row is the same at every look.
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
