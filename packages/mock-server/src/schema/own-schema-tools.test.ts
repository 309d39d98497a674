import type { JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { productModel } from '../generated/product-model.ts';
import { anySchemaTools } from './any-schema-tools.ts';
import { ownSchemaTools } from './own-schema-tools.ts';
import { createValidators } from './validators.ts';

// What `rareKeywords` brings, and what only a search for names finds.
const missing =
  /^(?:not|if|then|else|contains|propertyNames|dependent.*|unevaluated.*|\$id|\$.*[aA]nchor)$/;

/** Every member of the document's data, as name and value. */
function membersOf(value: JsonValue): [string, JsonValue][] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...Object.entries(value),
    ...Object.values(value).flatMap((each: JsonValue) => membersOf(each)),
  ];
}

const members = membersOf(JSON.parse(JSON.stringify(productModel)));

test('the document that comes with the package has no keyword that its tools lack', () => {
  expect(members.map(([name]) => name).filter((name) => missing.test(name))).toEqual([]);
});

test('it has no format that its tools lack', () => {
  const { texts, numbers } = anySchemaTools.formats;
  const { formats } = ownSchemaTools;
  const used = new Set(members.flatMap(([name, value]) => (name === 'format' ? [value] : [])));
  const known = [...used].filter((name) => Object.hasOwn({ ...texts, ...numbers }, String(name)));
  expect(known.length).toBeGreaterThan(3);
  for (const name of known) {
    expect(Object.hasOwn({ ...formats.texts, ...formats.numbers }, String(name))).toBe(true);
  }
});

test('it has no pattern that a text could make hang', () => {
  const patterns = members.flatMap(([name, value]) => (name === 'pattern' ? [String(value)] : []));
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) {
    const safe = anySchemaTools.readPattern(pattern);
    const text = `${'a'.repeat(50_000)}!`;
    expect(ownSchemaTools.readPattern(pattern)?.(text)).toBe(safe?.(text));
  }
});

test('both sets of tools find the same faults in it', () => {
  const task = { $ref: '#/components/schemas/Task' };
  const [own, any] = [ownSchemaTools, anySchemaTools].map((tools) =>
    createValidators(productModel.schemas, tools).check(
      task,
      { id: 1, created_at: '' },
      'response',
    ),
  );
  expect(own).toEqual(any);
  expect(own?.length).toBeGreaterThan(3);
});
