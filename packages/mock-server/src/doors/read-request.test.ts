import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FetchCall, readRequest } from './read-request.ts';

const baseUrl = 'https://api.example.com/v1';

// What the platform makes of the same call.
async function throughThePlatform({ input, init }: FetchCall): Promise<unknown> {
  const request = new Request(input instanceof Request ? input : new URL(input, baseUrl), init);
  const { method, url } = request;
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]]));
  return { method, url, headers, body };
}

async function read(call: FetchCall): Promise<unknown> {
  const { method, url, headers, body } = await readRequest(call);
  return { method, url, headers: { ...headers }, body };
}

const path = fc.oneof(
  fc.webPath(),
  fc.constantFrom(
    '',
    '/',
    '/tasks',
    '/tasks/../me',
    '/a b',
    '/tasks?limit=2&q=a%20b',
    '?q=[1]',
    '#x',
  ),
);
const body = fc.option(fc.oneof(fc.string(), fc.uint8Array()), { nil: undefined });
const header = fc.constantFrom('Accept', 'content-type', 'X-Trace');
const headers = fc.dictionary(header, fc.constantFrom('a/b', ' c ', ''));
const method = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'put', 'OPTIONS', 'PURGE');

test('a call is read as the platform reads it', async () => {
  const calls = fc.record({ path, method, headers, body });
  await fc.assert(
    fc.asyncProperty(calls, async ({ path: rest, method: verb, headers: sent, body: bytes }) => {
      const isBodiless = verb === 'GET';
      const init: RequestInit = {
        method: verb,
        headers: sent,
        ...(isBodiless || bytes === undefined ? {} : { body: bytes }),
      };
      const call = { input: baseUrl + rest, init, baseUrl };
      expect(await read(call)).toEqual(await throughThePlatform(call));
    }),
  );
});

test.each<{ readonly what: string; readonly call: Omit<FetchCall, 'baseUrl'> }>([
  { what: 'a GET with a body', call: { input: '/tasks', init: { body: 'x' } } },
  { what: 'a method that is forbidden', call: { input: '/tasks', init: { method: 'TRACE' } } },
  {
    what: 'a header that cannot be sent',
    call: { input: '/tasks', init: { headers: { a: 'b\0c' } } },
  },
  { what: 'an address that is none', call: { input: 'https://', init: undefined } },
])('$what is a TypeError, as everywhere', async ({ call }) => {
  const reading = async () => readRequest({ ...call, baseUrl });
  await expect(reading()).rejects.toBeInstanceOf(TypeError);
});

test('what is written into the bytes after the call is not sent', async () => {
  const bytes = new Uint8Array([1]);
  const init = { method: 'POST', body: bytes };
  const reading = readRequest({ input: '/tasks', init, baseUrl });
  bytes[0] = 2;
  expect((await reading).body).toEqual(new Uint8Array([1]));
});
