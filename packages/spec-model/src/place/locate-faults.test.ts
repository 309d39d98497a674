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

test('a fault in another file has its file, pointer and line', async () => {
  const folder = writeFiles({
    'api.yaml': [
      'openapi: 3.1.0',
      'paths:',
      '  /pets:',
      '    $ref: pets.yaml',
      'components:',
      '  schemas:',
      '    Own: { $ref: "schemas.json#/Own" }',
    ].join('\n'),
    'pets.yaml': 'get:\n  responses:\n    200:\n      x: { $ref: pet.yaml }\n',
    'pet.yaml': 'type: object\nproperties:\n  tag: { $ref: "schemas.json#/defs/Tag" }\n',
    'schemas.json': '{\n "Own": {"type": 5},\n "defs": {\n  "Tag": {"a": {}}}}',
  });
  const file = join(folder, 'api.yaml');
  const pointers = [
    '#/paths/~1pets/get/responses/200',
    '#/components/schemas/Own/type',
    '#/components/schemas/pet/properties/tag',
    '#/components/schemas/Tag-2/a',
    '#/components/schemas/Nobody/type',
    '#/openapi',
  ];
  const found = await locateFaults(file, pointers.map(at));
  expect(found.map((one) => [one.file.slice(folder.length + 1), one.line, one.pointer])).toEqual([
    ['pets.yaml', 4, '#/get/responses/200'],
    ['schemas.json', 2, '#/Own/type'],
    ['pet.yaml', 3, '#/properties/tag'],
    ['schemas.json', 4, '#/defs/Tag/a'],
    ['api.yaml', 7, '#/components/schemas'],
    ['api.yaml', 1, '#/openapi'],
  ]);
});

test('references in circles end the search for a file', async () => {
  const file = join(
    writeFiles({ 'a.yaml': 'a: { $ref: b.yaml }', 'b.yaml': '$ref: a.yaml#/a' }),
    'a.yaml',
  );
  expect(await locateFaults(file, [at('#/a/b')])).toMatchObject([{ file, line: 1 }]);
});

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
