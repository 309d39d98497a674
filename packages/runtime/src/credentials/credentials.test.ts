import { expect, test } from 'vitest';
import { bench, KEY, ok } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { clientCredentials } from './client-credentials.ts';
import { basic, bearer, header, noCredential, rawAuthorization } from './constructors.ts';
import { Secret } from './secret.ts';

test.each([
  ['bearer', bearer(KEY), 'authorization', `Bearer ${KEY}`],
  ['rawAuthorization', rawAuthorization(KEY), 'authorization', KEY],
  ['header', header('X-Api-Key', KEY), 'x-api-key', KEY],
  ['basic', basic({ key: 'id', secret: 'pass' }), 'authorization', 'Basic aWQ6cGFzcw=='],
])('%s is sent in its header', async (...[, auth, name, want]) => {
  const { client, clock, seen } = bench([() => ok()], { auth, apiKey: undefined });
  await clock.run(client.get('a'));
  expect(seen[0]?.headers.get(name)).toBe(want);
});

test('noCredential sends none', async () => {
  const { client, clock, seen } = bench([() => ok()], { auth: noCredential(), apiKey: undefined });
  await clock.run(client.get('a'));
  expect(seen[0]?.headers.has('authorization')).toBe(false);
});

test("a caller's own header is not replaced", async () => {
  const { client, clock, seen } = bench([() => ok()]);
  await clock.run(client.get('a', { headers: { Authorization: 'Basic own' } }));
  expect(seen[0]?.headers.get('authorization')).toBe('Basic own');
});

test.each([
  ['bearer with a space', () => bearer('a b')],
  ['bearer with = inside', () => bearer('a=b')],
  ['a megabyte with one bad character', () => bearer(`${'a'.repeat(1e6)}\u2028`)],
  ['header with a line break', () => header('x-a', 'a\r\nb')],
  ['basic with a colon in the key', () => basic({ key: 'a:b', secret: 'c' })],
  ['basic with a control character', () => basic({ key: 'a', secret: 'c\u0000' })],
])('%s is refused', (_, make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'malformed_key' }));
});

test('padding at the end of a bearer token is part of it', () => {
  expect(bearer('abc==').current?.reveal()).toBe('abc==');
});

const request = { clock: new VirtualClock(), timeoutMs: 30_000 };

test('any number of callers ask a function once', async () => {
  let asked = 0;
  const credential = bearer(async () => `${KEY}_${++asked}`);
  const tokens = await Promise.all([1, 2, 3].map(() => credential.obtain(request)));
  expect([asked, new Set(tokens).size]).toEqual([1, 1]);
});

test('only the token that was rejected is forgotten', async () => {
  let asked = 0;
  const credential = bearer(() => `${KEY}_${++asked}`);
  const old = await credential.obtain(request);
  credential.forget(old);
  const fresh = await credential.obtain(request);
  credential.forget(old);
  expect(credential.current).toBe(fresh);
});

test('a token that was replaced is still masked', async () => {
  let asked = 0;
  const credential = bearer(() => `${KEY}_${++asked}`);
  credential.forget(await credential.obtain(request));
  await credential.obtain(request);
  expect(credential.maskIn(`${KEY}_1 ${KEY}_2`)).toBe('[secret] [secret]');
});

test('of a Basic pair both the secret and what is sent are masked', () => {
  const credential = basic({ key: 'id', secret: 'a-pass' });
  expect(credential.maskIn(`a-pass ${btoa('id:a-pass')} id`)).toBe('[secret] [secret] id');
});

test('a secret shows itself in no text, JSON or enumeration', () => {
  const secret = new Secret('hidden');
  expect(`${secret}${JSON.stringify({ secret })}${Object.values(secret)}`).not.toContain('hidden');
  expect(secret.reveal()).toBe('hidden');
});

test('a short secret is masked in a short text, before the first token too', () => {
  const tokenUrl = 'https://api.example.com/token';
  const oauth = clientCredentials({ tokenUrl, clientId: 'a', clientSecret: 'xyz' });
  const pair = basic({ key: 'a', secret: 'xyz' });
  expect([oauth.maskIn('xyz'), pair.maskIn('xyz')]).toEqual(['[secret]', '[secret]']);
});
