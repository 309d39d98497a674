import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from './mask-text.ts';

const KEY = 'sk_test_mock_4f9a2c7e1b';

test.each([
  ['the whole key', `key ${KEY}.`, 'key [secret].'],
  ['it twice', `${KEY}${KEY}`, '[secret][secret]'],
  ['its beginning, cut off', 'got sk_test_mock_4f', 'got [secret]'],
  ['its end', 'got …ock_4f9a2c7e1b', 'got …[secret]'],
  ['its middle', 'a st_mock_4f9a2 b', 'a [secret] b'],
  ['the prefix that lists display', 'sk_test_moc…', 'sk_test_moc…'],
  ['the tail that lists display', '…2c7e1b', '…2c7e1b'],
  ['a key of the same kind', 'sk_test_other', 'sk_test_other'],
  ['nothing of it', 'task_1', 'task_1'],
])('%s is masked as far as it is secret', (_, text, want) => {
  expect(maskText(text, [KEY])).toBe(want);
});

test.each([
  ['percent-encoded', 'a/b+c=d', 'a%2Fb%2Bc%3Dd'],
  ['in JSON', 'a"b\\c', 'a\\"b\\\\c'],
  ['as it is', 'ab', 'ab'],
])('a secret is found %s', (_, secret, text) => {
  expect(maskText(`<${text}>`, [secret])).toBe('<[secret]>');
});

test('an empty secret masks nothing', () => {
  expect(maskText('text', [''])).toBe('text');
});

test('no part of 12 characters of a secret is left in any text that holds parts of it', () => {
  const secret = fc.string({ minLength: 12, maxLength: 60, unit: fc.constantFrom(...'ab_cd9') });
  const cut = fc.tuple(fc.nat(60), fc.nat(60), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(secret, fc.array(cut, { maxLength: 5 }), (value, cuts) => {
      const text = cuts.map(([from, to, between]) => value.slice(from, to) + between).join('');
      const masked = maskText(text, [value]);
      for (let at = 0; at + 12 <= value.length; at++) {
        expect(masked).not.toContain(value.slice(at, at + 12));
      }
    }),
  );
});

test('a text of a megabyte and a token of 16 kB are masked without a stall', () => {
  const token = Array.from({ length: 16_000 }, (_, at) => (at * 7919).toString(36)).join('');
  const text = `${'x'.repeat(1_000_000)}${token.slice(0, 16_000)}`;
  expect(maskText(text, [token.slice(0, 16_000)])).toHaveLength(1_000_008);
});
