import type { JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { TypePrinter } from './type-printer.ts';

const NAMES = new Map([
  ['Task', 'Task'],
  ['Error', 'ErrorModel'],
]);

/** A schema and its type. */
const CASES: readonly [title: string, given: JsonSchema, want: string][] = [
  ['anything', true, 'unknown'],
  ['nothing', false, 'never'],
  ['an empty schema', {}, 'unknown'],
  ['text', { type: 'string', format: 'date-time' }, 'string'],
  ['a whole number', { type: 'integer' }, 'number'],
  ['text or null', { type: ['string', 'null'] }, 'string | null'],
  ['a file', { contentMediaType: 'application/octet-stream' }, 'Blob'],
  ['a constant', { const: null }, 'null'],
  ['literals', { type: 'string', enum: ["it's", 'b'] }, '"it\'s" | "b"'],
  ['literals of several types', { enum: ['a', 1, true, null] }, '"a" | 1 | true | null'],
  ['a reference', { $ref: '#/components/schemas/Task' }, 'Task'],
  ['a reference to a renamed model', { $ref: '#/components/schemas/Error' }, 'ErrorModel'],
  ['a reference to something else', { $ref: '#/paths/~1a' }, 'unknown'],
  ['a list', { type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  ['a list of anything', { type: 'array' }, 'unknown[]'],
  [
    'a tuple',
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false },
    '[string, number]',
  ],
  [
    'a map',
    { type: 'object', additionalProperties: { type: 'number' } },
    '{ [name: string]: number }',
  ],
  ['an object that says nothing', { type: 'object' }, '{ [name: string]: unknown }'],
  [
    'a choice',
    { oneOf: [{ $ref: '#/components/schemas/Task' }, { type: 'null' }, { type: 'null' }] },
    'Task | null',
  ],
  [
    'a combination',
    {
      allOf: [
        { $ref: '#/components/schemas/Task' },
        { oneOf: [{ type: 'string' }, { type: 'null' }] },
      ],
    },
    'Task & (string | null)',
  ],
];

for (const [title, given, want] of CASES) {
  test(`${title} is written as ${want}`, () => {
    expect(new TypePrinter({ Task: {}, Error: {} }, NAMES).print(given)).toBe(want);
  });
}

test('the members of an object carry their comments and modifiers', () => {
  const printer = new TypePrinter({}, new Map());
  const printed = printer.members({
    required: ['id', 'extra'],
    properties: {
      id: {
        type: 'string',
        readOnly: true,
        description: 'Unique id.',
        minLength: 1,
        examples: ['a'],
      },
      'a-b': { type: 'integer', minimum: 1, maximum: 9, default: 2, deprecated: true },
    },
  });
  expect(printed).toBe(`/**
 * Unique id.
 *
 * At least 1 character.
 *
 * @example 'a'
 */
readonly id: string;
/**
 * The member \`a-b\`.
 *
 * From 1 to 9.
 *
 * @deprecated The document marks it deprecated.
 * @defaultValue \`2\`
 */
"a-b"?: number;
/** The member \`extra\`. */
extra: unknown;
`);
});

test('models that were named are remembered for the imports', () => {
  const printer = new TypePrinter({ Task: {} }, NAMES);
  printer.print({ type: 'array', items: { $ref: '#/components/schemas/Task' } });
  expect([...printer.used]).toEqual(['Task']);
});
