import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecretHash, equalTexts } from './secret-hash.ts';

test('texts are equal only to themselves', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(equalTexts(left, right)).toBe(left === right);
      expect(equalTexts(left, left)).toBe(true);
      expect(equalTexts(left, `${left}${right}x`)).toBe(false);
    }),
  );
});

test('a hash depends on the pepper', () => {
  const [one, two] = [1, 2].map((byte) => createSecretHash(new Uint8Array(32).fill(byte)));
  expect(one?.('secret')).toMatch(/^[0-9a-f]{64}$/);
  expect(one?.('secret')).not.toBe(two?.('secret'));
});
