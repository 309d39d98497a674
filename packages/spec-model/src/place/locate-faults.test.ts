import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeFiles } from '../testing/write-files.ts';
import { findInJson } from './find-in-json.ts';
import { locateFaults } from './locate-faults.ts';

const at = (pointer: string) => ({ pointer, message: 'm', code: 'structure' }) as const;

for (const [name, text, want] of [
  ['a.json', '{\n "a": {\n  "b~/c": [1,\n   {"d": 2}]\n }\n}', [4, 10]],
  ['a.yaml', 'a:\n  b~/c:\n    - 1\n    - d: 2\n', [4, 10]],
] as const) {
  test(`a fault gets its line and column in ${name}`, async () => {
    const file = join(writeFiles({ [name]: text }), name);
    const [problem, around] = await locateFaults(file, [
      at('#/a/b~0~1c/1/d'),
      at('#/a/b~0~1c/7/x'),
    ]);
    expect([problem?.line, problem?.column]).toEqual(want);
    expect(problem?.file).toBe(file);
    expect(around?.line).toBeGreaterThan(1);
  });
}

test('a document without a text gives the first line', async () => {
  const [problem] = await locateFaults('<document>', [at('#/a')]);
  expect(problem).toMatchObject({ file: '<document>', line: 1, column: 1, code: 'structure' });
});

test('a place is found in any JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (before, value) => {
      const text = JSON.stringify({ ...before, 'the "place\\': [0, value] }, null, 1);
      const [offset = 0] = findInJson(text, [['the "place\\', '1']]);
      expect(text.slice(offset)).toMatch(/^\S/);
      const rest = text.slice(offset).replace(/\s*\]\s*\}$/, '');
      expect(JSON.parse(rest)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a text that is no JSON ends the search', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [offset = -1] = findInJson(text, [['a', 'b']]);
      expect(offset).toBeLessThanOrEqual(text.length);
    }),
  );
});
