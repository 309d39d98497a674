import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ApiOperation, type JsonSchema, type JsonValue, readApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { asObject, asTexts, isObject } from '../model/json-read.ts';
import { createRandom, type Random } from '../random/random.ts';
import { anySchemaTools } from '../schema/any-schema-tools.ts';
import { asSchema, createSchemaReader, type SchemaReader } from '../schema/schema-shape.ts';
import { createValidators } from '../schema/validators.ts';
import { readForm } from './read-form.ts';
import { createWireReader } from './type-wire.ts';

// Stripe's own document; without it (STRIPE_SPEC) these tests are skipped.
const place =
  process.env['STRIPE_SPEC'] ??
  fileURLToPath(new URL('../../../../../shared/specs/stripe.json', import.meta.url));
const document = existsSync(place) ? place : undefined;

const form = 'application/x-www-form-urlencoded';

/** A value that a schema describes and that brackets can write. */
function sample(schemas: SchemaReader, schema: JsonSchema | undefined, random: Random): JsonValue {
  const resolved = schemas.resolve(schema);
  const { anyOf, enum: choices, type, items, properties, additionalProperties } = resolved;
  if (Array.isArray(anyOf)) return sample(schemas, asSchema(pick(anyOf, random)), random);
  if (Array.isArray(choices)) return pick(choices, random) ?? '';
  if (type === 'boolean') return random.below(2) === 0;
  if (type === 'integer') return random.below(1_000_000);
  if (type === 'number') return random.below(1_000) / 8;
  if (type === 'array') {
    const length = 1 + random.below(3);
    return Array.from({ length }, () => sample(schemas, asSchema(items), random));
  }
  if (type !== 'object') return resolved['format'] === 'decimal' ? '1.5' : 'a b&c=d[e]%';
  const names = Object.keys(asObject(properties));
  const required = asTexts(resolved['required']);
  const wanted = names.filter((name) => required.includes(name) || random.below(3) > 0);
  const entries = wanted.map((name): [string, JsonValue] => [
    name,
    sample(schemas, asSchema(asObject(properties)[name]), random),
  ]);
  if (isObject(additionalProperties)) entries.push(['k y', 'v']);
  return Object.fromEntries(entries);
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[random.below(from.length)];
}

/** As Stripe's own libraries write a body. */
function bracketed(value: JsonValue, name = ''): [string, string][] {
  if (!Array.isArray(value) && !isObject(value)) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, held]) =>
    bracketed(held, name === '' ? key : `${name}[${key}]`),
  );
}

/** Brackets cannot write a list or object without members. */
function withoutEmpty(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((entry) => entry !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, held]): [string, JsonValue][] => {
    const inner = withoutEmpty(held);
    return inner === undefined ? [] : [[name, inner]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function formOf({ requestBody }: ApiOperation) {
  return requestBody?.content.find(({ mediaType }) => mediaType === form);
}

test.skipIf(document === undefined)(
  "every body of Stripe's document is read from brackets as it was meant",
  async () => {
    const { model } = await readApi(document ?? '');
    const schemas = createSchemaReader(model.schemas);
    const validators = createValidators(model.schemas, anySchemaTools);
    const reader = createWireReader(schemas, validators);
    const random = createRandom(1);
    let bodies = 0;
    for (const operation of model.operations) {
      const content = formOf(operation);
      for (let round = 0; content !== undefined && round < 5; round++) {
        const value = withoutEmpty(sample(schemas, content.schema, random)) ?? {};
        if (validators.check(content.schema ?? true, value, 'request').length > 0) continue;
        bodies += 1;
        const text = new URLSearchParams(bracketed(value)).toString();
        const read = readForm(reader, content, text);
        const body = 'value' in read ? reader.typed(content.schema, read.value) : read;
        expect({ id: operation.id, body }).toEqual({ id: operation.id, body: value });
      }
    }
    expect(bodies).toBeGreaterThan(2_000);
  },
  60_000,
);
