import zlib from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSecretPolicy } from '../model/key-secret.ts';
import { createRandom } from '../random/random.ts';
import { crc32 } from './crc32.ts';
import { checksumOf, drawSecret, looksLikeSecret, shownPrefix } from './secret-form.ts';

test('the CRC-32 is that of zlib', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(crc32(text)).toBe(zlib.crc32(text));
    }),
  );
});

test('a checksum is six characters and changes with every character before it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, place) => {
      const at = place % text.length;
      const typo = `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
      expect(checksumOf(text)).toMatch(/^[0-9A-Za-z]{6}$/);
      expect(checksumOf(typo)).not.toBe(checksumOf(text));
    }),
  );
});

test.each([
  ['prefixed', { length: 32 }, /^sk_test_mock_[0-9A-Za-z]{32}$/],
  ['prefixed with a checksum', { length: 32, checksum: 'crc32' }, /^sk_test_mock_[0-9A-Za-z]{32}$/],
  ['opaque', { format: 'opaque', length: 40, alphabet: 'hex' }, /^mock_[0-9a-f]{40}$/],
  [
    'a GUID',
    { format: 'guid' },
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  ],
  ['of a pair', { format: 'pair', length: 20, mock_marker: '' }, /^[0-9A-Za-z]{20}$/],
])('a secret that is %s has its form, and is never drawn twice', (_, policy, form) => {
  const random = createRandom();
  const secrets = Array.from(
    { length: 200 },
    () => drawSecret(random, readSecretPolicy(policy), 'sk_test_').secret,
  );
  for (const secret of secrets) expect(secret).toMatch(form);
  expect(new Set(secrets).size).toBe(200);
});

test('a secret with a checksum ends in that of all before it', () => {
  const policy = readSecretPolicy({ length: 32, checksum: 'crc32' });
  const { secret } = drawSecret(createRandom(7), policy, 'sk_live_');
  expect(secret.slice(-6)).toBe(checksumOf(secret.slice(0, -6)));
});

test.each([
  ['a prefix of another API', { format: 'prefixed' }, 'pk_test_x', false],
  ['its own prefix', { format: 'prefixed' }, 'sk_test_x', true],
  ['anything, where it is opaque', { format: 'opaque' }, 'x', true],
  ['no GUID', { format: 'guid' }, '7ea12968', false],
  ['a GUID in capitals', { format: 'guid' }, '7EA12968-7758-40B6-8C73-75CC99BE762B', true],
])('a text with %s is held against the form', (...row) => {
  const [, policy, text, fits] = row;
  expect(looksLikeSecret(readSecretPolicy(policy), ['sk_test_', 'sk_live_'], text)).toBe(fits);
});

test('no prefix shows more than half of a secret', () => {
  expect(shownPrefix('abcdefgh', 3)).toBe('abc...');
  expect(shownPrefix('abcdefgh', 100)).toBe('abcd...');
});
