import type { JsonObject } from '@product/spec-model';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { answering, mockOf } from '../answers/test-document.ts';

const parts = {
  servers: [
    { url: 'https://api.test/v1' },
    { url: '/v2' },
    { url: 'wss://events.test/v1' },
    {
      url: '{scheme}://{tenant}.eu.test:8443/{version}/rest',
      variables: {
        scheme: { default: 'https', enum: ['https', 'http'] },
        tenant: { default: 'demo' },
        version: { default: 'v1' },
      },
    },
    { url: 'https://{host}/own', variables: { host: { default: 'own.test' } } },
  ],
  paths: {
    '/notes': {
      get: answering({ const: 'read' }),
      post: { ...answering({ const: 'sent' }), servers: [{ url: 'https://uploads.test' }] },
    } as JsonObject,
  },
};

const others = http.all('*', () => HttpResponse.text('left to others'));

async function answerTo(url: string, baseUrl?: string): Promise<string> {
  const { mock } = await mockOf(parts, baseUrl === undefined ? {} : { baseUrl });
  const server = setupServer(...mock.handlers, others);
  server.listen();
  onTestFinished(() => server.close());
  return (await fetch(url)).text();
}

test.each([
  'https://api.test/v1/notes',
  'https://api.test/v2/notes',
  'https://demo.eu.test:8443/v1/rest/notes',
  'http://acme.eu.test:8443/2024-10/rest/notes',
  'https://own.test/own/notes?x=1',
  'https://uploads.test/notes',
])('%s is at a server of the document', async (url) => {
  expect(await answerTo(url)).toBe('"read"');
});

test.each([
  'https://api.test/v3/notes',
  'https://api.test/v22/notes',
  'https://a.b.eu.test:8443/v1/rest/notes',
  'https://eu.test:8443/v1/rest/notes',
  'https://other.test/own/notes',
  'https://events.test/v1/notes',
  'https://uploads.test.evil.test/notes',
])('%s is left to other handlers', async (url) => {
  expect(await answerTo(url)).toBe('left to others');
});

test.each([
  ['https://mine.test/api/notes', '"read"'],
  ['https://mine.test/v2/notes', '"read"'],
  ['https://api.test/v1/notes', 'left to others'],
])('behind a chosen base URL, %s gives %s', async (url, want) => {
  expect(await answerTo(url, 'https://mine.test/api')).toBe(want);
});
