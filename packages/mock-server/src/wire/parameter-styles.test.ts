import type { JsonSchema } from '@product/spec-model';
import * as fc from 'fast-check';
import { createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { expect, test } from 'vitest';
import { type DescribedParameter, inputReader } from '../test-input.ts';

const text: JsonSchema = { type: 'string' };
const list: JsonSchema = { type: 'array', items: { type: 'string' } };
const rgb: JsonSchema = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } },
};
const blue = 'blue';
const colours = ['blue', 'black', 'brown'];
const mix = { R: 100, G: 200, B: 150 };

// The table of style examples in OpenAPI 3.1.1, Parameter Object, row by row.
const pathStyles = [
  ['matrix', false, text, ';color=blue', blue],
  ['matrix', false, list, ';color=blue,black,brown', colours],
  ['matrix', false, rgb, ';color=R,100,G,200,B,150', mix],
  ['matrix', true, text, ';color=blue', blue],
  ['matrix', true, list, ';color=blue;color=black;color=brown', colours],
  ['matrix', true, rgb, ';R=100;G=200;B=150', mix],
  ['matrix', false, text, ';color', ''],
  ['label', false, text, '.blue', blue],
  ['label', false, list, '.blue,black,brown', colours],
  ['label', false, rgb, '.R,100,G,200,B,150', mix],
  ['label', true, list, '.blue.black.brown', colours],
  ['label', true, rgb, '.R=100.G=200.B=150', mix],
  ['label', false, text, '.', ''],
  ['simple', false, text, 'blue', blue],
  ['simple', false, list, 'blue,black,brown', colours],
  ['simple', false, rgb, 'R,100,G,200,B,150', mix],
  ['simple', true, list, 'blue,black,brown', colours],
  ['simple', true, rgb, 'R=100,G=200,B=150', mix],
] as const;

test.each(pathStyles)('%s, explode %s, %j: the segment %s is read', (...row) => {
  const [style, explode, schema, segment, want] = row;
  const color: DescribedParameter = { name: 'color', in: 'path', style, explode, schema };
  const read = inputReader({ path: '/things/{color}', parameters: [color] });
  expect(read({ url: `/things/${segment}` })).toMatchObject({
    status: undefined,
    path: { color: want },
  });
});

const queryStyles = [
  ['form', false, text, 'color=blue', blue],
  ['form', false, text, 'color=', ''],
  ['form', false, list, 'color=', []],
  ['form', false, list, 'color=blue,black,brown', colours],
  ['form', false, rgb, 'color=R,100,G,200,B,150', mix],
  ['form', true, text, 'color=blue', blue],
  ['form', true, list, 'color=blue&color=black&color=brown', colours],
  ['form', true, rgb, 'R=100&G=200&B=150', mix],
  ['spaceDelimited', false, list, 'color=blue%20black%20brown', colours],
  ['spaceDelimited', false, list, 'color=blue+black+brown', colours],
  ['spaceDelimited', false, rgb, 'color=R%20100%20G%20200%20B%20150', mix],
  ['pipeDelimited', false, list, 'color=blue%7Cblack%7Cbrown', colours],
  ['pipeDelimited', false, list, 'color=blue|black|brown', colours],
  ['pipeDelimited', false, rgb, 'color=R%7C100%7CG%7C200%7CB%7C150', mix],
  ['spaceDelimited', true, list, 'color=blue&color=black&color=brown', colours],
  ['pipeDelimited', true, list, 'color=blue&color=black&color=brown', colours],
  ['deepObject', true, rgb, 'color[R]=100&color[G]=200&color[B]=150', mix],
  ['deepObject', true, rgb, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150', mix],
] as const;

test.each(queryStyles)('%s, explode %s, %j: the query %s is read', (...row) => {
  const [style, explode, schema, query, want] = row;
  const color: DescribedParameter = { name: 'color', in: 'query', style, explode, schema };
  const read = inputReader({ parameters: [color] });
  expect(read({ url: `/things?${query}` })).toMatchObject({
    status: undefined,
    query: { color: want },
  });
});

const nested: JsonSchema = {
  type: 'object',
  properties: {
    age: {
      type: 'object',
      properties: { gte: { type: 'integer' }, in: { type: 'array', items: { type: 'integer' } } },
    },
    tags: { type: 'array', items: { type: 'string' } },
    rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } },
  },
  additionalProperties: { type: 'string' },
};

test.each([
  ['filter[age][gte]=18', { age: { gte: 18 } }],
  ['filter[age][in][]=1&filter[age][in][]=2', { age: { in: [1, 2] } }],
  ['filter[tags][]=a&filter[tags][]=b', { tags: ['a', 'b'] }],
  ['filter[tags]=a&filter[tags]=b', { tags: ['a', 'b'] }],
  ['filter[tags]=a', { tags: ['a'] }],
  ['filter[tags][1]=b&filter[tags][0]=a', { tags: ['a', 'b'] }],
  ['filter[rows][0][n]=1.5&filter[rows][7][n]=2', { rows: [{ n: 1.5 }, { n: 2 }] }],
  ['filter[rows][][n]=1&filter[rows][][n]=2', { rows: [{ n: 1 }, { n: 2 }] }],
  ['filter[other]=12', { other: '12' }],
  ['filter[__proto__]=x', JSON.parse('{"__proto__":"x"}')],
])('the deep object %s is read', (query, want) => {
  const filter: DescribedParameter = {
    name: 'filter',
    in: 'query',
    style: 'deepObject',
    explode: true,
    schema: nested,
  };
  const { status, query: values } = inputReader({ parameters: [filter] })({
    url: `/things?${query}`,
  });
  expect(status).toBeUndefined();
  expect(values['filter']).toEqual(want);
});

test('hostile queries are answered, and quickly', () => {
  const filter = { name: 'filter', in: 'query', style: 'deepObject', schema: nested } as const;
  const read = inputReader({ parameters: [filter] });
  expect(read({ url: `/things?filter${'[a]'.repeat(40)}=1` }).errors).toMatchObject([
    { code: 'max_depth' },
  ]);
  expect(read({ url: `/things?${'a=1&'.repeat(10_001)}` }).status).toBe(400);
  expect(read({ url: '/things?filter[tags][999999999]=x' }).query).toEqual({
    filter: { tags: ['x'] },
  });
  expect(read({ url: `/things?filter[${'['.repeat(5_000)}=1` }).status).toBeUndefined();
});

const word = fc.string({ minLength: 1, unit: 'grapheme' });

test('what openapi-fetch writes into a query is read back', () => {
  const styles = fc.constantFrom(
    { style: 'form', explode: true } as const,
    { style: 'form', explode: false } as const,
    { style: 'pipeDelimited', explode: false } as const,
    { style: 'spaceDelimited', explode: false } as const,
  );
  fc.assert(
    fc.property(styles, fc.array(word, { minLength: 1 }), (style, values) => {
      // A space or bar of the value cannot be told from the delimiter.
      fc.pre(style.style === 'form' || !values.some((value) => /[ |]/.test(value)));
      const query = createQuerySerializer({ array: style })({ v: values });
      const read = inputReader({
        parameters: [{ name: 'v', in: 'query', ...style, schema: list }],
      });
      expect(read({ url: `/things?${query}` }).query).toEqual({ v: values });
    }),
  );
});

test('what openapi-fetch writes as a deep object is read back', () => {
  const parameter = { name: 'v', in: 'query', style: 'deepObject', explode: true } as const;
  const read = inputReader({ parameters: [{ ...parameter, schema: { type: 'object' } }] });
  // It does not encode names.
  const name = fc.stringMatching(/^[\w~.-]+$/);
  fc.assert(
    fc.property(fc.dictionary(name, word, { minKeys: 1 }), (members) => {
      const query = createQuerySerializer({ object: parameter })({ v: members });
      expect(read({ url: `/things?${query}` }).query).toEqual({ v: { ...members } });
    }),
  );
});

test.each([
  ['{v}', 'simple', false],
  ['{v*}', 'simple', true],
  ['{.v}', 'label', false],
  ['{.v*}', 'label', true],
  ['{;v}', 'matrix', false],
  ['{;v*}', 'matrix', true],
] as const)('what openapi-fetch writes as %s is read back', (template, style, explode) => {
  const parameters = [{ name: 'v', in: 'path', style, explode, schema: list }] as const;
  const read = inputReader({ path: '/things/{v}', parameters });
  for (const values of [['a'], ['a', 'b c', 'd/e'], ['ä', '100%']]) {
    const url = defaultPathSerializer(`/things/${template}`, { v: values });
    expect(read({ url }).path).toEqual({ v: values });
  }
});
