import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import { asObject, isObject, ownValue } from '../../../model/json-read.ts';
import { itemSchema } from '../../../schema/schema-shape.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { Call } from '../../handler.ts';
import { findByComponent } from '../find/find-by-component.ts';
import { wishFor } from '../make/adapt-value.ts';

// As deep as Stripe goes.
const maxDepth = 4;
const names = ['expand', '$expand'];

/** Whether a request asks to see no reference whole. */
export function expandsNothing({ input }: Call): boolean {
  const body = input.body === undefined ? {} : asObject(input.body);
  return names.every((name) => !input.query.has(name) && ownValue(body, name) === undefined);
}

/**
 * A row with the references that the query, or the body, asks to see whole: `expand[]=customer`,
 * `expand=customer,invoice.charge`, and `data.customer` of a list.
 */
export function expandRow(call: Call, { schema }: Collection, data: JsonObject): JsonObject {
  if (expandsNothing(call)) return data;
  const body = asObject(call.input.body);
  const asked = names.flatMap((name) => {
    const value = call.input.query.get(name) ?? ownValue(body, name);
    return Array.isArray(value) ? value : [value];
  });
  let shown = data;
  for (const path of asked.flatMap((text) => (typeof text === 'string' ? text.split(',') : []))) {
    const members = path
      .trim()
      .replace(/^data\./, '')
      .split('.')
      .slice(0, maxDepth);
    shown = expand({ call, schema }, shown, members);
  }
  return shown;
}

interface Expansion {
  readonly call: Call;
  readonly schema: JsonObject | boolean;
}

function expand(state: Expansion, data: JsonObject, path: readonly string[]): JsonObject {
  const { call, schema } = state;
  const [name, ...rest] = path;
  const property = name === undefined ? undefined : propertyOf(call, schema, name);
  const value = name === undefined ? undefined : ownValue(data, name);
  if (name === undefined || property === undefined) return data;
  const inner = { call, schema: property };
  if (Array.isArray(value)) {
    const [list] = alternatives(call, property).filter((one) => one['items'] !== undefined);
    const items = list && itemSchema(list);
    if (items === undefined) return data;
    return { ...data, [name]: value.map((one) => expandValue({ call, schema: items }, one, rest)) };
  }
  return value === undefined ? data : { ...data, [name]: expandValue(inner, value, rest) };
}

function expandValue(state: Expansion, value: JsonValue, rest: readonly string[]): JsonValue {
  const whole = typeof value === 'string' ? expandId(state, value) : value;
  return isObject(whole) ? expand(state, whole, rest) : whole;
}

// The schema says that there may be an object; one that is no row is made for the id.
function expandId({ call, schema }: Expansion, id: string): JsonValue {
  const { core } = call;
  const row = findByComponent(call, schema, id);
  if (row !== undefined) return row.data;
  const whole = alternatives(call, schema).find((one) =>
    core.schemas.shapeOf(one).properties.has('id'),
  );
  if (whole === undefined) return id;
  return core.data?.make(whole, { ...wishFor(call), given: { id }, optional: 'none' }) ?? id;
}

function propertyOf(
  call: Call,
  schema: JsonObject | boolean,
  name: string,
): JsonObject | boolean | undefined {
  for (const variant of alternatives(call, schema)) {
    const property = call.core.schemas.shapeOf(variant).properties.get(name);
    if (property !== undefined) return property;
  }
  return undefined;
}

const alternatives = ({ core }: Call, schema: JsonObject | boolean): readonly JsonObject[] =>
  variantsOf(core.schemas, schema);
