import { expect, test } from 'vitest';
import { noCredential } from '../credentials/constructors.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { bench, ExampleClient, KEY, ok } from '../testing/example-client.ts';

const live = 'sk_live_mock_4f9a2c7e1b';

function codeOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.code;
    throw error;
  }
  return 'accepted';
}

test.each([
  ['no key', {}, 'missing_key'],
  ['an empty key', { apiKey: '' }, 'missing_key'],
  ['a key with a space', { apiKey: 'sk_test_mock a' }, 'malformed_key'],
  ['a key with a line break', { apiKey: `${KEY}\n` }, 'malformed_key'],
  ['a key with CR and LF', { apiKey: `${KEY}\r\nx: y` }, 'malformed_key'],
  ['a key that is not ASCII', { apiKey: 'sk_test_mock_é' }, 'malformed_key'],
  ['a key with its scheme', { apiKey: `Bearer ${KEY}` }, 'malformed_key'],
  ['a live key over http', { apiKey: live, baseUrl: 'http://api.example.com' }, 'insecure_url'],
  ['http, allowed', { apiKey: live, baseUrl: 'http://a.example', allowInsecure: true }, 'accepted'],
  ['http to localhost', { apiKey: live, baseUrl: 'http://localhost:4010/v1' }, 'accepted'],
  ['http to 127.0.0.9', { apiKey: live, baseUrl: 'http://127.0.0.9' }, 'accepted'],
  ['http to [::1]', { apiKey: live, baseUrl: 'http://[::1]:1' }, 'accepted'],
  [
    'http to a lookalike',
    { apiKey: live, baseUrl: 'http://127.0.0.1.evil.example' },
    'insecure_url',
  ],
  ['http without a credential', { auth: noCredential(), baseUrl: 'http://a.example' }, 'accepted'],
  ['a relative base URL', { apiKey: KEY, baseUrl: '/v1' }, 'invalid_base_url'],
  ['a base URL with a user', { apiKey: KEY, baseUrl: 'https://u:p@a.example' }, 'invalid_base_url'],
  ['a base URL of another scheme', { apiKey: KEY, baseUrl: 'ftp://a.example' }, 'invalid_base_url'],
  ['a key of another mode', { apiKey: KEY, expectMode: 'live' }, 'mode_mismatch'],
  ['a key of the mode', { apiKey: KEY, expectMode: 'test' }, 'accepted'],
  ['two credentials', { apiKey: KEY, auth: noCredential() }, 'invalid_option'],
])('with %s a client is refused or accepted', (_, options, want) => {
  expect(codeOf(() => new ExampleClient(options))).toBe(want);
});

test('the error of a malformed key names position and length, and nothing of the key', () => {
  const make = (): unknown => new ExampleClient({ apiKey: 'sk_test_mock_sec\nret' });
  expect(make).toThrow('character 17 of 20');
  expect(make).not.toThrow('sk_test');
});

test('the mode of a key is told by its prefix', () => {
  expect(new ExampleClient({ apiKey: KEY }).mode).toBe('test');
  expect(new ExampleClient({ apiKey: live }).mode).toBe('live');
  expect(new ExampleClient({ apiKey: 'opaque' }).mode).toBeUndefined();
  expect(new ExampleClient({ apiKey: () => KEY }).mode).toBeUndefined();
});

test('neither JSON nor the own properties of a client show its key', () => {
  const client = new ExampleClient({ apiKey: KEY, headers: { 'x-other': 'other secret' } });
  const shown = JSON.stringify([client, Object.entries(client), String(client)]);
  expect(shown).not.toMatch(/sk_test|other secret/);
});

test('a copy shares what is known of the rate limit, and takes its own options', async () => {
  const exhausted = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3' };
  const { client, clock, seen } = bench([() => ok({}, exhausted), () => ok()]);
  await clock.run(client.get('a'));
  await clock.run(client.withOptions({ timeoutMs: 5 }).get('b'));
  expect(seen.map(({ atMs }) => atMs)).toEqual([0, 3000]);
});

test('a copy with another key has a limit of its own', async () => {
  const exhausted = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3' };
  const { client, clock, seen } = bench([() => ok({}, exhausted), () => ok()]);
  await clock.run(client.get('a'));
  await clock.run(client.withOptions({ apiKey: 'sk_test_mock_other' }).get('b'));
  expect(seen.map(({ atMs }) => atMs)).toEqual([0, 0]);
  expect(seen[1]?.headers.get('authorization')).toBe('Bearer sk_test_mock_other');
});

test('globalThis.fetch is looked up when a call is made', async () => {
  const original = globalThis.fetch;
  const client = new ExampleClient({ apiKey: KEY });
  const replaced: typeof fetch = async () => ok({ id: 'intercepted' });
  try {
    globalThis.fetch = replaced;
    expect(await client.get('a')).toEqual({ id: 'intercepted' });
  } finally {
    globalThis.fetch = original;
  }
});

test('a client that is disposed of refuses new calls, and its copies live on', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  const copy = client.withOptions({ timeoutMs: 5 });
  await client[Symbol.asyncDispose]();
  const refused = { kind: 'abort', code: 'client_disposed', operation: 'tasks.get' };
  await expect(clock.run(client.get('a'))).rejects.toMatchObject(refused);
  await expect(clock.run(client.api.GET('/tasks' as never))).rejects.toMatchObject({
    code: 'client_disposed',
  });
  expect(seen).toEqual([]);
  expect(await clock.run(copy.get('a'))).toEqual({ id: 'task_1' });
});
