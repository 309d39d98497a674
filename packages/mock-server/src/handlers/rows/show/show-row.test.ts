import { expect, test } from 'vitest';
import { createMockFromSpec } from '../../../spec.ts';
import { callsOf } from '../test-shop.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answering = (schema: object) => ({
  responses: { 200: { description: '', ...json(schema) } },
});
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const text = { type: 'string' };
const animal = { type: 'object', required: ['id'], properties: { id: id.schema, name: text } };
const photo = { type: 'object', properties: { id: { ...text, format: 'uuid' }, caption: text } };

test('an action whose answer is no row shows what was sent, at each call anew', async () => {
  const mock = await createMockFromSpec(
    {
      openapi: '3.1.0',
      info: { title: 'Zoo', version: '1' },
      paths: {
        '/animals': { get: answering({ type: 'array', items: animal }) },
        '/animals/{id}': { parameters: [id], get: answering(animal) },
        '/animals/{id}/photo': {
          parameters: [id],
          post: { requestBody: json(photo), ...answering(photo) },
        },
      },
    },
    { seed: 1 },
  );
  const call = callsOf(mock);
  for (const caption of ['one', 'two']) {
    expect((await call('POST /animals/1/photo', { caption })).body).toMatchObject({ caption });
  }
});
