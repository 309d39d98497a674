import { expect, test } from 'vitest';
import { provesPassword, readDigest } from './digest.ts';

// RFC 7616 §3.9.1
const example = [
  'username="Mufasa"',
  'realm="http-auth@example.org"',
  'uri="/dir/index.html"',
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"',
  'nc=00000001',
  'cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"',
  'qop=auth',
].join(', ');
const md5 = '8ca523f5e9506fed4657c9700eebdbec';
const sha256 = '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1';
// RFC 2069 §2.4, its erratum applied
const old =
  'username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", response="1949323746fe6a43ef61f9606e7febea"';

test.each([
  ['MD5', `${example}, algorithm=MD5, response="${md5}"`, 'Circle of Life', true],
  ['no algorithm', `${example}, response="${md5}"`, 'Circle of Life', true],
  ['SHA-256', `${example}, algorithm=SHA-256, response="${sha256}"`, 'Circle of Life', true],
  [
    'capitals',
    `${example}, algorithm="sha-256",response="${sha256.toUpperCase()}"`,
    'Circle of Life',
    true,
  ],
  ['no qop', old, 'CircleOfLife', true],
  ['another password', `${example}, algorithm=SHA-256, response="${sha256}"`, 'Circle', false],
  [
    'the response of another algorithm',
    `${example}, algorithm=MD5, response="${sha256}"`,
    'Circle of Life',
    false,
  ],
  [
    'an unknown algorithm',
    `${example}, algorithm=toString, response="${md5}"`,
    'Circle of Life',
    false,
  ],
])('with %s, what a digest proves is %j of %s: %s', (...row) => {
  const [, text, password, want] = row;
  const fields = readDigest(text);
  expect(fields && provesPassword(fields, 'GET', password)).toBe(want);
});

test('a digest of another method proves nothing', () => {
  const fields = readDigest(`${example}, response="${md5}"`);
  expect(fields && provesPassword(fields, 'POST', 'Circle of Life')).toBe(false);
});

test('a digest for a session mixes the nonces into the secret', async () => {
  const hex = async (text: string) => {
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Buffer.from(sum).toString('hex');
  };
  const secret = await hex(`${await hex('u:r:p')}:n:c`);
  const response = await hex(`${secret}:n:1:c:auth:${await hex('GET:/x')}`);
  const text = `username="u", realm="r", nonce="n", uri="/x", nc=1, cnonce="c", qop=auth, algorithm=SHA-256-sess, response=${response}`;
  const fields = readDigest(text);
  expect(fields && provesPassword(fields, 'GET', 'p')).toBe(true);
});

test.each(['username', 'realm', 'nonce', 'uri', 'response'])(
  'a digest without %s is none',
  (name) => {
    const text = `${example}, response="${md5}"`;
    expect(readDigest(text.replace(`${name}=`, `${name}s=`))).toBeUndefined();
  },
);

test('what is escaped in a name is read', () => {
  const text = `${example.replace('Mufasa', 'a\\"b')}, response="${md5}"`;
  expect(readDigest(text)?.get('username')).toBe('a"b');
});
