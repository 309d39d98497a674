import { expect, test } from 'vitest';
import { readApi } from './read-api.ts';

const field = { name: 'a', in: 'formData', type: 'string' };
const file = { name: 'f', in: 'formData', type: 'file' };
const responses = { 200: { description: 'ok' } };
const [form, multipart, json] = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json',
];

test.each<[string, object, readonly string[]]>([
  ['only JSON is named', { post: { parameters: [field], responses } }, [form, multipart]],
  ['there is a file', { post: { parameters: [field, file], responses } }, [multipart]],
  ['the path has the field', { parameters: [field], post: { responses } }, [form, multipart]],
  [
    'the field stands elsewhere',
    { post: { parameters: [{ $ref: '#/parameters/A' }], responses } },
    [form, multipart],
  ],
  ['one form is named', { post: { consumes: [form], parameters: [field], responses } }, [form]],
  [
    'it is no form',
    { post: { parameters: [{ name: 'b', in: 'body', schema: {} }], responses } },
    [json],
  ],
])('Swagger in which %s takes the right types', async (_, path, want) => {
  const { model, faults } = await readApi({
    swagger: '2.0',
    info: { title: 'A', version: '1' },
    consumes: [json],
    parameters: { A: field },
    paths: { '/a': path },
  });
  const content = model.operations[0]?.requestBody?.content ?? [];
  expect(content.map(({ mediaType }) => mediaType)).toEqual(want);
  const isForm = want.includes(multipart) || want.includes(form);
  const properties = { a: { type: 'string' } };
  if (isForm) expect(content[0]?.schema).toMatchObject({ type: 'object', properties });
  expect(faults).toEqual([]);
});
