import type { JsonSchema, JsonValue } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import { isObject } from '../../model/json-read.ts';
import { successSchema } from '../../model/operation.ts';
import { plainValue } from '../../schema/complete-row.ts';
import type { Call } from '../handler.ts';
import { findPlace } from './find/place.ts';
import { selectRows } from './find/select-rows.ts';

/** Tells how many rows there are that the query asks for: as a number, or within an object. */
export function countAnyRows(call: Call): Outcome {
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const total = selectRows(call, place).total();
  const status = call.operation.successStatus;
  return { status, body: withNumber(call, successSchema(call.operation), total) };
}

/** The value of a schema that tells a number, wherever it has a place for one. */
export function withNumber(
  { core, now }: Call,
  schema: JsonSchema | undefined,
  number: number,
): JsonValue {
  const { schemas, data, random } = core;
  const isNumber = (one: JsonSchema): boolean =>
    schemas.typesOf(one).some((type) => type === 'integer' || type === 'number');
  if (schema === undefined || isNumber(schema)) return number;
  if (schemas.typesOf(schema).includes('string')) return String(number);
  const [name] = [...schemas.shapeOf(schema).properties].find(([, one]) => isNumber(one)) ?? [];
  const given = name === undefined ? {} : { [name]: number };
  const made = data?.make(schema, { random, now, direction: 'response', given, optional: 'none' });
  const plain = made ?? plainValue(schemas, schema);
  return isObject(plain) ? { ...plain, ...given } : plain;
}
