import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { snakeCase } from '../../../data/snake-case.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { isMergePatch as namesMergePatch } from '../../../patch/check-merge-patch.ts';
import { mergePatch } from '../../../patch/merge-patch.ts';
import type { Call } from '../../handler.ts';
import { adaptValue } from '../make/adapt-value.ts';
import { instantValue } from '../make/instant-writer.ts';
import { holdsMembers, propertiesOf, propertiesOfRow, takesOthers } from '../row-properties.ts';

/**
 * A row after some fields were sent; the others stay.
 *
 * @remarks An object that may have any members, such as `metadata`, takes the members that were sent
 * and loses those that are sent empty or null. Other objects take the place of what was there; they
 * change only what they name of it in a merge patch (RFC 7396), and where they could not stand alone.
 */
export function changeRow(call: Call, schema: JsonSchema, change: Change): JsonObject {
  const { schemas } = call.core;
  const { properties, required } = propertiesOfRow(schemas, schema, [change.data, change.sent]);
  const open = takesOthers(call.core, schema);
  const members = new Map(Object.entries(change.data));
  for (const [name, sent] of Object.entries(change.sent)) {
    const property = properties.get(name);
    if (property !== undefined) {
      const step = { name, before: members.get(name), sent };
      const next = memberAfter(call, property, step);
      if (next !== undefined) members.set(name, next);
      else if ((sent === null || sent === '') && !required.has(name)) members.delete(name);
    } else if (open) members.set(name, sent);
  }
  return Object.fromEntries(members);
}

// What was sent, as rows show it; nothing is the default, where there is one.
function memberAfter(call: Call, property: JsonSchema, step: Step): JsonValue | undefined {
  const isNothing = step.sent === '' && isForm(call) && isNullable(call, property);
  const sent = isNothing ? null : step.sent;
  const next = nextValue(call, property, { ...step, sent });
  return next === undefined && sent === null ? call.core.schemas.defaultOf(property) : next;
}

/** What a row is, and what was sent to change it. */
export interface Change {
  readonly data: JsonObject;
  readonly sent: JsonObject;
}

interface Step {
  readonly name: string;
  readonly before: JsonValue | undefined;
  readonly sent: JsonValue;
}

function nextValue(
  call: Call,
  property: JsonSchema,
  { name, before, sent }: Step,
): JsonValue | undefined {
  const { core } = call;
  if (sent === '' && isObject(before) && isForm(call) && isMap(call, property)) return {};
  if (isObject(sent) && isObject(before)) {
    if (isMap(call, property)) return mergePatch(before, emptyToNull(sent));
    const merged =
      isMergePatch(call) ||
      isPartial(call, name) ||
      core.validators.check(property, sent, 'response').length > 0;
    return adaptValue(call, property, merged ? mergePatch(before, sent) : sent);
  }
  return adaptValue(call, property, sent);
}

function isMap({ core }: Call, property: JsonSchema): boolean {
  return propertiesOf(core.schemas, property).properties.size === 0;
}

// A resource goes on having the attributes and links that are not sent (JSON:API 1.1 §9.2.1).
function isPartial({ operation }: Call, name: string): boolean {
  return operation.method === 'PATCH' && (holdsMembers(name) || name === 'relationships');
}

/** Whether an operation takes merge patches. */
export function isMergePatch({ operation }: Call): boolean {
  const content = operation.api.requestBody?.content ?? [];
  return content.some(({ mediaType }) => namesMergePatch(mediaType));
}

/** Whether an operation takes forms. */
export function isForm({ operation }: Call): boolean {
  const content = operation.api.requestBody?.content ?? [];
  return content[0]?.mediaType.startsWith('application/x-www-form-urlencoded') === true;
}

function isNullable({ core }: Call, property: JsonSchema): boolean {
  return core.schemas.typesOf(property).includes('null');
}

// A form has no null: an empty text clears a key.
function emptyToNull(sent: JsonObject): JsonObject {
  const members = Object.entries(sent).map(([name, value]) => [name, value === '' ? null : value]);
  return Object.fromEntries(members);
}

const touched =
  /^(date_)?(last_)?(updated|modified|changed|edited)(_?(at|on|date|time))?$|^update_date$/;

interface Touched {
  readonly name: string;
  readonly property: JsonSchema;
  /** Set where the property holds what rows elsewhere have at their top. */
  readonly inner?: JsonSchema;
}

const touchedIn = new WeakMap<object, readonly Touched[]>();

/** The fields of a row that tell when it was changed last, at a present time. */
export function touch(call: Call, schema: JsonSchema, data: JsonObject): JsonObject {
  const { core, now } = call;
  const found: [string, JsonValue][] = [];
  for (const { name, property, inner } of touchedOf(call, schema)) {
    const held = ownValue(data, name);
    if (held === undefined) continue;
    if (inner === undefined) {
      found.push([name, instantValue(core.schemas, { name, property }, now)]);
    } else if (isObject(held)) found.push([name, { ...held, ...touch(call, inner, held) }]);
  }
  return Object.fromEntries(found);
}

function touchedOf({ core, now }: Call, schema: JsonSchema): readonly Touched[] {
  if (typeof schema !== 'object') return [];
  return keepIn(touchedIn, schema, () =>
    [...propertiesOf(core.schemas, schema).properties].flatMap(([name, property]): Touched[] => {
      if (holdsMembers(name)) return [{ name, property, inner: property }];
      if (!touched.test(snakeCase(name))) return [];
      const at = instantValue(core.schemas, { name, property }, now);
      const isInstant = core.validators.check(property, at, 'response').length === 0;
      return isInstant ? [{ name, property }] : [];
    }),
  );
}
