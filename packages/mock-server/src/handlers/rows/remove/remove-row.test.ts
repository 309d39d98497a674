import { expect, test } from 'vitest';
import { createMockFromSpec } from '../../../spec.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });

/** Rows that each hold one of another kind. */
function holder(other: string) {
  const properties = { id: { type: 'string' }, held: { anyOf: [{ type: 'string' }, ref(other)] } };
  return { type: 'object', required: ['id', 'held'], properties };
}

function pathsOf(path: string, name: string) {
  const answer = { 200: { description: '', content: json(ref(name)) } };
  const list = json({ type: 'array', items: ref(name) });
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return {
    [path]: {
      get: { responses: { 200: { description: '', content: list } } },
      post: { requestBody: { content: json(ref(name)) }, responses: answer },
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: { responses: answer },
      delete: { responses: { 204: { description: '' } } },
    },
  };
}

test('rows that hold each other in a circle all go when one of them does', async () => {
  const mock = await createMockFromSpec(
    {
      openapi: '3.1.0',
      info: { title: 'Circle', version: '1' },
      paths: { ...pathsOf('/pots', 'Pot'), ...pathsOf('/lids', 'Lid') },
      components: { schemas: { Pot: holder('Lid'), Lid: holder('Pot') } },
    },
    { seed: 1, firstRows: 0 },
  );
  const call = async (method: string, path: string, body?: object): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
    return (await mock.fetch(mock.baseUrl + path, { method, ...sent })).status;
  };
  await call('POST', '/pots', { id: 'pot', held: 'lid' });
  await call('POST', '/lids', { id: 'lid', held: 'pot' });
  expect(await call('GET', '/lids/lid')).toBe(200);
  expect(await call('DELETE', '/pots/pot')).toBe(204);
  expect(await call('GET', '/lids/lid')).toBe(404);
  expect(await call('GET', '/pots/pot')).toBe(404);
});
