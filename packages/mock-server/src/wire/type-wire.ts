import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { parseJson } from '../exchange/parse-json.ts';
import { keepIn } from '../model/keep-in.ts';
import { coerce } from '../schema/coerce.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Validators } from '../schema/validators.ts';
import { isList, isNamed, type Wire } from './wire.ts';
import { readWireShape, type WireShape } from './wire-shape.ts';

/** Gives what travelled as text the types that its schema wants. */
export interface WireReader {
  /** What a schema says of texts; read once and kept. */
  shapeOf(schema: JsonSchema | undefined): WireShape;
  /**
   * The value in the types of its schema. What does not read as such a type stays a text: the
   * validator then says what is wrong with it.
   *
   * @remarks Where several types would do, the first that validates is taken, in the order number,
   * boolean, text, null.
   */
  typed(schema: JsonSchema | undefined, wire: Wire): JsonValue;
}

// Alternatives of alternatives multiply; no real request needs as many trials.
const maxTrials = 100;

/**
 * Makes the reader of a model's texts.
 *
 * @param schemas - Follows references.
 * @param validators - Decides where a text could be of several types.
 */
export function createWireReader(schemas: SchemaReader, validators: Validators): WireReader {
  const shapes = new WeakMap<JsonObject, WireShape>();
  const shapeOf = (schema: JsonSchema | undefined): WireShape => {
    const key = schemas.resolve(schema);
    return keepIn(shapes, key, () => readWireShape(schemas, key));
  };
  return {
    shapeOf,
    typed: (schema, wire) => typeWire({ shapeOf, validators, trialsLeft: maxTrials }, schema, wire),
  };
}

interface Reading {
  readonly shapeOf: WireReader['shapeOf'];
  readonly validators: Validators;
  trialsLeft: number;
}

function typeWire(reading: Reading, schema: JsonSchema | undefined, wire: Wire): JsonValue {
  if (typeof wire === 'string') return typeText(reading, schema, wire);
  if (isList(wire)) return typeList(reading, schema, wire);
  if (isNamed(wire)) return typeMembers(reading, schema, wire);
  return wire.data;
}

function typeList(
  reading: Reading,
  schema: JsonSchema | undefined,
  wires: readonly Wire[],
): JsonValue {
  const shape = reading.shapeOf(schema);
  return wires.map((wire, index) => typeWire(reading, shape.itemAt(index), wire));
}

function typeText(reading: Reading, schema: JsonSchema | undefined, text: string): JsonValue {
  const shape = reading.shapeOf(schema);
  if (shape.isText) return text;
  const readings = readingsOf(reading, shape, text);
  const [first = text] = readings;
  if (readings.length < 2 || schema === undefined) return first;
  // The one that is valid may be null.
  const [valid = first] = readings.filter((value) => isValid(reading, schema, value));
  return valid;
}

const scalars = [['integer'], ['number'], ['boolean'], ['null']] as const;

/** What a text may be, in the order in which it is tried. */
function readingsOf(reading: Reading, shape: WireShape, text: string): readonly JsonValue[] {
  const { types } = shape;
  const found: JsonValue[] = [];
  for (const names of scalars) {
    if (names[0] === 'null' && types.has('string')) found.push(text);
    const value = types.has(names[0]) ? coerce(text, names) : text;
    if (value !== text && value !== found[0]) found.push(value);
  }
  if (shape.isStructured) found.push(...structured(shape, text));
  if (types.has('array')) found.push(listOfOne(reading, shape.itemAt(0), text));
  return found;
}

// A list with one item looks like the item; an empty text is no number, but may be no items.
function listOfOne(reading: Reading, items: JsonSchema | undefined, text: string): JsonValue {
  const { types } = reading.shapeOf(items);
  if (text === '' && types.size > 0 && !types.has('string')) return [];
  // Lists of lists may have no end.
  return [types.has('array') ? text : typeText(reading, items, text)];
}

// Objects in forms are JSON unless something else is said (OpenAPI 3.1, Encoding Object).
function structured({ types }: WireShape, text: string): readonly JsonValue[] {
  const open = text.trimStart().charAt(0);
  const isWanted = (open === '{' && types.has('object')) || (open === '[' && types.has('array'));
  if (!isWanted) return [];
  const parsed = parseJson(text);
  return 'value' in parsed ? [parsed.value] : [];
}

function typeMembers(
  reading: Reading,
  schema: JsonSchema | undefined,
  members: ReadonlyMap<string, Wire>,
): JsonValue {
  const shape = reading.shapeOf(schema);
  if (isNumbered(shape, members)) return typeList(reading, schema, inOrder(members));
  const value = readMembers(reading, members, (name) => shape.propertyOf(name));
  const { alternatives } = shape;
  if (schema === undefined || alternatives.length < 2) return value;
  if (reading.trialsLeft-- < 1 || isValid(reading, schema, value)) return value;
  for (const alternative of alternatives) {
    if (reading.trialsLeft-- < 1) break;
    const inner = reading.shapeOf(alternative);
    const tried = readMembers(
      reading,
      members,
      (name) => inner.propertyOf(name) ?? shape.propertyOf(name),
    );
    if (isValid(reading, schema, tried)) return tried;
  }
  return value;
}

function readMembers(
  reading: Reading,
  members: ReadonlyMap<string, Wire>,
  propertyOf: (name: string) => JsonSchema | undefined,
): JsonValue {
  const typed = [...members].map(([name, wire]): [string, JsonValue] => [
    name,
    typeWire(reading, propertyOf(name), wire),
  ]);
  // fromEntries defines properties, so that a member called __proto__ is only a member.
  return Object.fromEntries(typed);
}

function isNumbered({ types }: WireShape, members: ReadonlyMap<string, Wire>): boolean {
  if (types.has('object') && !types.has('array')) return false;
  const names = [...members.keys()];
  if (types.has('array')) return names.every((name) => /^\d{1,9}$/.test(name));
  return names.every((name, index) => name === String(index));
}

// Numbers order the items; they make no room for items that are missing.
function inOrder(members: ReadonlyMap<string, Wire>): readonly Wire[] {
  const numbered = [...members].sort(([left], [right]) => Number(left) - Number(right));
  return numbered.map(([, wire]) => wire);
}

function isValid(reading: Reading, schema: JsonSchema, value: JsonValue): boolean {
  const faults = reading.validators.check(schema, value, 'request');
  // What took long once takes long again.
  if (faults.some(({ code }) => code === 'too_complex')) reading.trialsLeft = 0;
  return faults.length === 0;
}
