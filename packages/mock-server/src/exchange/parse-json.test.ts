import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test('JSON comes back as it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
    }),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => parseJson(text)).not.toThrow();
    }),
  );
});

test.each([
  ['[', 'the body is not valid JSON'],
  ['', 'the body is not valid JSON'],
  ['['.repeat(101) + ']'.repeat(101), 'the body nests deeper than 100 levels'],
])('%j is refused', (text, fault) => {
  expect(parseJson(text)).toEqual({ fault });
});

test('brackets in texts are no nesting', () => {
  expect(parseJson(JSON.stringify('[{"'.repeat(500)))).toHaveProperty('value');
});
