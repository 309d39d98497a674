import type { JsonSchema, JsonValue } from '@product/spec-model';
import type { DataMaker, Wish } from '../data/data-maker.ts';
import { isObject } from '../model/json-read.ts';
import type { Random } from '../random/random.ts';
import { plainValue } from '../schema/complete-row.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';

/** What values of answers are made with; a mock's core is one. */
export interface Workshop {
  readonly schemas: SchemaReader;
  /** Absent: only the plainest values are made. */
  readonly data: DataMaker | undefined;
  readonly random: Random;
  readonly clock: { now(): number };
}

/**
 * A value of an answer: one that looks real where the mock can make such, else the plainest.
 *
 * @param wish - What it is for; chance and time are the mock's own unless given.
 * @returns Absent when the schema has no finite value.
 */
export function makeValue(
  { data, random, clock, schemas }: Workshop,
  schema: JsonSchema,
  wish: Partial<Wish> = {},
): JsonValue | undefined {
  if (data !== undefined) {
    return data.make(schema, { random, now: clock.now(), direction: 'response', ...wish });
  }
  const plain = plainValue(schemas, schema);
  return isObject(plain) ? { ...plain, ...wish.given } : plain;
}
