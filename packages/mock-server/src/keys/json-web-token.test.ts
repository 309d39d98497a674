import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { looksLikeToken, readToken, signToken } from './json-web-token.ts';
import { createSecretHash } from './secret-hash.ts';

const hash = createSecretHash(new Uint8Array(32).fill(1));
const claims = { sub: 'user_ä', mode: 'live', iat: 1_760_000_000, exp: 1_760_003_600 };
const token = signToken(hash, claims);
const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

test('a signed token is read back, and is HS256', () => {
  const [header = '', payload = '', signature] = token.split('.');
  const key = Buffer.from(hash('json web tokens'));
  const expected = createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url');
  expect(readToken(hash, token)).toEqual(claims);
  expect(JSON.parse(atob(header))).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(signature).toBe(expected);
});

test.each([
  ['another payload', token.replace(/\.[^.]+\./, `.${base64url({ ...claims, sub: 'x' })}.`)],
  ['no algorithm', `${base64url({ alg: 'none' })}.${base64url(claims)}.`],
  ['another signature', `${token.slice(0, -2)}AA`],
  ['another mock', signToken(createSecretHash(new Uint8Array(32).fill(2)), claims)],
  ['no parts', 'token'],
])('a token of %s is refused', (_, forged) => {
  expect(readToken(hash, forged)).toBeUndefined();
});

test('three parts of its alphabet look like a token', () => {
  expect([token, 'a.b', 'a.b.c d', ''].map(looksLikeToken)).toEqual([true, false, false, false]);
});
