import { expect, test } from 'vitest';
import { createMockFromSpec } from '../spec.ts';

const text = { type: 'string' };
const object = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, text])),
});
const answers = (schema: object, example: unknown) => ({
  responses: {
    200: { description: 'ok', content: { 'application/json': { schema, example } } },
  },
});
const place = { parameters: [{ name: 'city', in: 'path', required: true, schema: text }] };
const sky = object('sky', 'wind');
const bike = object('id', 'color', 'size');
const wrapped = { type: 'object', properties: { frame: bike, source: text } };
const list = {
  type: 'object',
  properties: { data: { type: 'array', items: object('id', 'color') }, source: text },
};

const document = {
  openapi: '3.1.0',
  info: { title: 'Town', version: '1' },
  servers: [{ url: 'https://town.example.com' }],
  paths: {
    '/weather': { get: answers(sky, { sky: 'blue' }) },
    '/weather/{city}': { ...place, get: answers(sky, { sky: 'grey', wind: 'west' }) },
    '/me': { get: answers(object('login', 'motto'), { login: 'ada' }) },
    '/bikes': { get: answers(list, { data: [{ id: 'b1', color: 'red' }], source: 'depot' }) },
    '/frames/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      get: answers(wrapped, { frame: { id: 'f1', color: 'red' }, source: 'shop' }),
    },
    '/frames': {
      get: {
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { type: 'array', items: bike } } },
          },
        },
      },
    },
  },
};

test.each([
  ['/weather', { sky: 'blue' }],
  ['/weather/oslo', { sky: 'grey', wind: 'west' }],
  ['/me', { login: 'ada' }],
  ['/frames/f1', { frame: { id: 'f1', color: 'red' }, source: 'shop' }],
])('%s answers the example of the document and nothing more', async (path, want) => {
  const mock = await createMockFromSpec(document, { seed: 1 });
  const response = await mock.fetch(mock.baseUrl + path);
  expect(await response.json()).toEqual(want);
});

test('a list begins with the rows of its example, in the envelope of the example', async () => {
  const mock = await createMockFromSpec(document, { seed: 1 });
  const body = await (await mock.fetch(`${mock.baseUrl}/bikes`)).json();
  expect(body.source).toBe('depot');
  expect(body.data[0]).toEqual({ id: 'b1', color: 'red' });
});
