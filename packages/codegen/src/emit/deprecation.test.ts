import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { generate } from '../generate.ts';

function parameter(name: string, place: string): object {
  const required = place === 'path';
  return { name, in: place, required, deprecated: true, schema: { type: 'string' } };
}

const document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '2.0' },
  servers: [{ url: 'https://notes.example' }],
  paths: {
    '/notes/{id}': {
      get: {
        operationId: 'notes.get',
        deprecated: true,
        parameters: [
          parameter('id', 'path'),
          parameter('old', 'query'),
          parameter('X-Old', 'header'),
        ],
        responses: { 200: { description: 'The note.' } },
      },
    },
  },
};

test.each([
  ['an operation', /@deprecated The document marks this operation deprecated\.[^/]+\*\/\s+get\(/],
  ['a parameter of the path', /@param id - .+ Deprecated\./],
  ['a parameter of the query', /@deprecated [^/]+\*\/\s+old\?: string/],
  ['a header', /@deprecated [^/]+\*\/\s+'X-Old'\?: string/],
])('%s that the document marks deprecated is struck through in the editor', async (_, want) => {
  const options = { clientName: 'NoteClient', packageName: '@notes/client' };
  const files = await generate(await loadApi(document), options);
  expect(files.find(({ path }) => path === 'resources/notes.ts')?.content).toMatch(want);
});

test('the profile names the version of the package, if it is known', async () => {
  const names = { clientName: 'NoteClient', packageName: '@notes/client' };
  const files = await generate(await loadApi(document), { ...names, packageVersion: '1.2.3' });
  const profile = files.find(({ path }) => path === 'profile.ts')?.content;
  expect(profile).toContain("packageVersion: '1.2.3'");
});
