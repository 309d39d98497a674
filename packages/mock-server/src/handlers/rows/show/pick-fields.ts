import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { snakeCase } from '../../../data/snake-case.ts';
import type { Outcome } from '../../../exchange/outcome.ts';
import { isObject } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { type Operation, successSchema } from '../../../model/operation.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { holdsMembers, propertiesOf } from '../row-properties.ts';

const askers = new WeakMap<Operation, string | undefined>();
const fieldNames = /^(\$?select|fields?|field_mask|fieldMask|attributes)(\[.*\])?$/;

/**
 * Leaves out the members that a query does not ask for (`fields=id,title`), except those without
 * which an answer would not keep to its schema.
 *
 * @returns The function that does so to a row; absent where all of it is asked for.
 */
export function fieldPicker(
  call: Call,
  idProperty: string,
): ((schema: JsonSchema, row: JsonValue) => JsonValue) | undefined {
  const { core, input, operation } = call;
  if (input.query.size === 0 || operation.method !== 'GET') return undefined;
  const asker = keepIn(askers, operation, () => askerOf(operation));
  const wanted = asker === undefined ? undefined : wantedNames(input.query.get(asker));
  if (wanted === undefined) return undefined;
  const pick = (schema: JsonSchema | undefined, row: JsonObject): JsonObject => {
    const { required } = propertiesOf(core.schemas, schema);
    const asked = (name: string): boolean =>
      name === idProperty || required.has(name) || wanted.has(snakeCase(name));
    return Object.fromEntries(Object.entries(row).filter(([name]) => asked(name)));
  };
  return (schema, row) => {
    if (!isObject(row)) return row;
    const holder = Object.entries(row).find(
      ([name, value]) => holdsMembers(name) && isObject(value),
    );
    if (holder === undefined) return pick(schema, row);
    const [name, members] = holder;
    const inner = propertiesOf(core.schemas, schema).properties.get(name);
    return { ...row, [name]: isObject(members) ? pick(inner, members) : members };
  };
}

/** An answer with one row, without the members that the query does not ask for. */
export function pickFields(call: Call, { collection, role }: Place, answer: Outcome): Outcome {
  const pick = fieldPicker(call, collection.idProperty);
  const { body } = answer;
  if (pick === undefined || body === undefined) return answer;
  const schema = successSchema(call.operation) ?? {};
  const within = (path: readonly string[], at: JsonSchema, value: JsonValue): JsonValue => {
    const [name, ...rest] = path;
    if (name === undefined || !isObject(value)) return pick(at, value);
    const inner = propertiesOf(call.core.schemas, at).properties.get(name) ?? {};
    return { ...value, [name]: within(rest, inner, value[name] ?? null) };
  };
  const path = (role.answerPointer ?? '').split('/').slice(1);
  return { ...answer, body: within(path, schema, body) };
}

function askerOf({ api }: Operation): string | undefined {
  return api.parameters.find((one) => one.in === 'query' && fieldNames.test(one.name))?.name;
}

// What asks for more than names of members, such as `id,author(name)`, is not understood.
function wantedNames(value: JsonValue | undefined): ReadonlySet<string> | undefined {
  const given = isObject(value) ? Object.values(value).flat() : [value].flat();
  const names = given.flatMap((one) => (typeof one === 'string' ? one.split(/[,\s]+/) : []));
  const plain = names.filter((name) => name !== '');
  if (plain.length === 0 || plain.some((name) => !/^[\w.-]+$/.test(name))) return undefined;
  return new Set(plain.map((name) => snakeCase(name.split('.')[0] ?? name)));
}
