import type { JsonObject, JsonValue } from '@product/spec-model';
import { isObject } from '../../model/json-read.ts';
import { escapeToken } from '../schema-fault.ts';
import type { Node } from './check.ts';
import { SchemaError } from './schema-error.ts';
import type { Link, SchemaSource } from './schema-source.ts';

/** Opens a schema for compiling. */
export function openSchema(schema: JsonObject, pointer: string, link: Link): SchemaSource {
  const place = (keyword: string): string => `${pointer}/${escapeToken(keyword)}`;
  const unusable = (keyword: string, reason: string): SchemaError =>
    new SchemaError(place(keyword), reason, schema);

  function read<T extends JsonValue>(
    keyword: string,
    [is, kind]: readonly [(value: JsonValue) => value is T, string],
  ): T | undefined {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (value === undefined || value === null) return undefined;
    if (!is(value)) throw unusable(keyword, `${keyword} must be ${kind}`);
    return value;
  }

  const node = (keyword: string): Node | undefined => {
    const value = read(keyword, [isSchema, 'a schema']);
    return value === undefined ? undefined : link.node(value, place(keyword));
  };
  const at = (keyword: string, name: string | number, value: JsonValue): Node =>
    link.node(value, `${place(keyword)}/${escapeToken(String(name))}`);
  const list = (keyword: string): readonly JsonValue[] | undefined =>
    read(keyword, [isList, 'a list']);

  return {
    schema,
    pointer,
    link,
    number: (keyword) => read(keyword, [isNumber, 'a number']),
    text: (keyword) => read(keyword, [isText, 'a text']),
    list,
    node,
    nodes: (keyword) => list(keyword)?.map((part, index) => at(keyword, index, part)),
    members: (keyword) => Object.entries(read(keyword, [isObject, 'an object']) ?? {}),
    at,
    unusable,
  };
}

function isSchema(value: JsonValue): value is JsonObject | boolean {
  return typeof value === 'boolean' || isObject(value);
}

function isNumber(value: JsonValue): value is number {
  return typeof value === 'number';
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
