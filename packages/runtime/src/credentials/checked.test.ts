import { expect, test } from 'vitest';
import { systemClock } from '../client/clock.ts';
import { checked, type KeyForm } from './checked.ts';
import { basic, bearer } from './constructors.ts';

// Of the checksums that GitHub describes: 0-9A-Za-z, CRC-32 of all that stands before.
const GOOD = 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja';
const PREFIXED: KeyForm = {
  form: /^sk_(?:live|test)_(?:mock_)?[0-9A-Za-z]{32}$/,
  only: /^sk_(?:live|test)_/,
  checksum: 'crc32',
};
const GUID: KeyForm = { form: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i };
const guid = '7ea12968-7758-40b6-8c73-75cc99be762b';

function codeOf(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    return Object(error).code;
  }
  return undefined;
}

test.each<[string, string, KeyForm, unknown]>([
  ['a key as it was made', GOOD, PREFIXED, undefined],
  ['another last character', GOOD.replace(/a$/, 'b'), PREFIXED, 'invalid_key_checksum'],
  ['two characters in the other order', GOOD.replace('4f', 'f4'), PREFIXED, 'invalid_key_checksum'],
  ['another prefix', GOOD.replace('test', 'live'), PREFIXED, 'invalid_key_checksum'],
  ['a character too few', GOOD.slice(0, -1), PREFIXED, 'malformed_key'],
  ['a character too many', `${GOOD}a`, PREFIXED, 'malformed_key'],
  ['a sign that no key has', GOOD.replace('4f', '4-'), PREFIXED, 'malformed_key'],
  ['an access token, which is no key', 'at_test_mock_4f9a', PREFIXED, undefined],
  ['nothing', '', PREFIXED, 'missing_key'],
  ['a line break, told by its position', `${GOOD}\n`, PREFIXED, 'malformed_key'],
  ['a GUID', guid, GUID, undefined],
  ['a GUID without its dashes', guid.replaceAll('-', ''), GUID, 'malformed_key'],
])('%s is taken or refused as it should be', (...[, key, form, want]) => {
  expect(codeOf(() => checked(bearer, form)(key))).toBe(want);
});

test('a checksum of few digits begins with zeros', () => {
  const form: KeyForm = { form: /./, checksum: 'crc32' };
  // The CRC-32 of nothing is 0.
  expect(codeOf(() => checked(bearer, form)('000000'))).toBeUndefined();
  expect(codeOf(() => checked(bearer, form)('000001'))).toBe('invalid_key_checksum');
});

test('of a pair the secret is checked', () => {
  const send = checked(basic, { form: /^[0-9A-Za-z_]+$/, checksum: 'crc32' });
  expect(codeOf(() => send(`${guid}:${GOOD}`))).toBeUndefined();
  expect(codeOf(() => send(`${guid}:${GOOD.slice(1)}`))).toBe('invalid_key_checksum');
});

test('a key that a function gives is checked when it is given', async () => {
  const request = { clock: systemClock, timeoutMs: 1000 };
  const send = checked(bearer, PREFIXED);
  const good = await send(async () => GOOD).obtain(request);
  expect(good.reveal()).toBe(GOOD);
  const expiring = send(() => ({ token: `${GOOD}0`, expiresAt: 8e15 })).obtain(request);
  await expect(expiring).rejects.toMatchObject({ kind: 'configuration', code: 'malformed_key' });
  const mistyped = send(async () => GOOD.replace(/a$/, 'b')).obtain(request);
  await expect(mistyped).rejects.toMatchObject({ code: 'invalid_key_checksum' });
});

test('what is told of a mistyped key holds positions, and no part of the key', () => {
  const typo = GOOD.replace(/a$/, 'b');
  const told = expect.objectContaining({ message: expect.stringContaining('characters 40 to 45') });
  expect(() => checked(bearer, PREFIXED)(typo)).toThrow(told);
  for (let at = 0; at + 6 <= typo.length; at += 1) {
    const part = expect.objectContaining({
      message: expect.stringContaining(typo.slice(at, at + 6)),
    });
    expect(() => checked(bearer, PREFIXED)(typo)).not.toThrow(part);
  }
});
