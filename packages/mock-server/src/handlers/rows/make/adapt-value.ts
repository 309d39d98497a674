import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Wish } from '../../../data/data-maker.ts';
import { asText, isObject } from '../../../model/json-read.ts';
import { asSchema, itemSchema } from '../../../schema/schema-shape.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { Call } from '../../handler.ts';
import { findByComponent } from '../find/find-by-component.ts';

/** What values of a row are made with. */
export type Ground = Pick<Call, 'core' | 'mode' | 'now'>;

const maxDepth = 6;

/**
 * What was sent, in the form in which a row shows it.
 *
 * @remarks Many APIs take less than they show: an id where they show the object, a part of an object
 * where they show all of it, a plain array where they show a list with its envelope.
 * @param shown - The schema of the property that shows it.
 * @returns Absent when it cannot be shown there.
 */
export function adaptValue(
  ground: Ground,
  shown: JsonSchema,
  value: JsonValue,
): JsonValue | undefined {
  return adapt({ ground, depth: 0 }, shown, value);
}

interface Adapting {
  readonly ground: Ground;
  readonly depth: number;
}

function adapt(state: Adapting, shown: JsonSchema, value: JsonValue): JsonValue | undefined {
  const { core } = state.ground;
  if (core.validators.check(shown, value, 'response').length === 0) return value;
  if (state.depth > maxDepth) return undefined;
  for (const variant of variantsOf(core.schemas, shown)) {
    const adapted = adaptTo({ ...state, depth: state.depth + 1 }, variant, value);
    if (adapted === undefined) continue;
    if (core.validators.check(variant, adapted, 'response').length === 0) return adapted;
  }
  // An empty text is how a form says that there shall be nothing.
  const isEmpty = value === '' || value === null;
  return isEmpty && core.validators.check(shown, null, 'response').length === 0 ? null : undefined;
}

function adaptTo(state: Adapting, schema: JsonObject, value: JsonValue): JsonValue | undefined {
  const { ground } = state;
  const { schemas } = ground.core;
  const types = schemas.typesOf(schema);
  if (Array.isArray(value)) return adaptList(state, schema, value);
  if (isObject(value)) return types.includes('object') ? fill(state, schema, value) : idOf(value);
  if (types.includes('string') && typeof value === 'number') return String(value);
  if (types.includes('object')) return embed(state, schema, value);
  if (types.includes('array')) return adaptList(state, schema, [value]);
  return undefined;
}

function adaptList(
  state: Adapting,
  schema: JsonObject,
  values: readonly JsonValue[],
): JsonValue | undefined {
  const { core } = state.ground;
  if (core.schemas.typesOf(schema).includes('array')) {
    return adaptEach(state, itemSchema(schema), values);
  }
  const { properties } = core.schemas.shapeOf(schema);
  for (const [name, property] of properties) {
    if (!core.schemas.typesOf(property).includes('array')) continue;
    const rows = adaptEach(state, itemSchema(core.schemas.resolve(property)), values);
    return complete(state, schema, { [name]: rows });
  }
  return undefined;
}

function adaptEach(
  state: Adapting,
  items: JsonSchema | undefined,
  values: readonly JsonValue[],
): JsonValue[] {
  return values
    .map((value) => (items === undefined ? value : adapt(state, items, value)))
    .filter((value) => value !== undefined);
}

// The row that the id names, else an object that has at least that id.
function embed(state: Adapting, schema: JsonObject, id: JsonValue): JsonValue | undefined {
  if (id === null || id === '') return undefined;
  const row = findByComponent(state.ground, schema, String(id));
  if (row !== undefined) return row.data;
  const { properties } = state.ground.core.schemas.shapeOf(schema);
  return properties.has('id') ? complete(state, schema, { id }) : undefined;
}

function fill(state: Adapting, schema: JsonObject, value: JsonObject): JsonValue | undefined {
  const { properties } = state.ground.core.schemas.shapeOf(schema);
  const given: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value)) {
    const property = properties.get(name) ?? asSchema(schema['additionalProperties']);
    const adapted = property === undefined ? undefined : adapt(state, property, member);
    if (adapted !== undefined) given.push([name, adapted]);
  }
  return complete(state, schema, Object.fromEntries(given));
}

function complete(
  { ground }: Adapting,
  schema: JsonObject,
  given: JsonObject,
): JsonValue | undefined {
  const wish: Wish = { ...wishFor(ground), given, optional: 'none' };
  return ground.core.data?.make(schema, wish);
}

function idOf(value: JsonObject): JsonValue | undefined {
  return asText(value['id'], '') || undefined;
}

/** A wish for something that comes to be now. */
export function wishFor({ core, now }: Ground): Wish {
  return { random: core.random, now, createdAt: now, direction: 'response' };
}
