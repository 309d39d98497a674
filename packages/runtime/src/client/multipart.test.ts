import { expect, test } from 'vitest';
import { multipart } from './multipart.ts';

async function partsOf(fields: object): Promise<unknown[]> {
  const parts = [...(multipart(fields) ?? [])].map(async ([name, value]) =>
    typeof value === 'string' ? [name, value] : [name, value.type, value.name, await value.text()],
  );
  return Promise.all(parts);
}

test.each<[string, object, unknown[]]>([
  [
    'text, numbers and truths are text',
    { a: 'é', b: 1, c: false },
    [
      ['a', 'é'],
      ['b', '1'],
      ['c', 'false'],
    ],
  ],
  [
    'an array is a part for each item',
    { a: ['x', 'y'], b: [] },
    [
      ['a', 'x'],
      ['a', 'y'],
    ],
  ],
  [
    'an object is a part of JSON',
    { a: { b: [1] } },
    [['a', 'application/json', 'blob', '{"b":[1]}']],
  ],
  [
    'a file keeps its name and type',
    { a: new File(['x'], 'x.txt', { type: 'text/plain' }) },
    [['a', 'text/plain', 'x.txt', 'x']],
  ],
  [
    'a Blob keeps its type',
    { a: [new Blob(['x'], { type: 'image/png' })] },
    [['a', 'image/png', 'blob', 'x']],
  ],
  ['bytes are a part', { a: new Uint8Array([120]) }, [['a', '', 'blob', 'x']]],
  ['what is absent is left out', { a: undefined, b: null, c: [undefined] }, []],
])('%s', async (...[, fields, want]) => {
  expect(await partsOf(fields)).toEqual(want);
});

test('a form that is made already is left as it is', () => {
  const form = new FormData();
  expect(multipart(form)).toBe(form);
  expect(multipart(undefined)).toBeUndefined();
});
