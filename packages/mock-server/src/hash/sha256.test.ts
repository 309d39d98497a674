import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToHex, hmacSha256, sha256 } from './sha256.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

test('every hash is that of the platform', () => {
  fc.assert(
    fc.property(bytes, (data) => {
      expect(bytesToHex(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'));
    }),
  );
});

test.each([0, 55, 56, 63, 64, 65, 119, 120, 128])('%i bytes are padded as they must', (length) => {
  const data = new Uint8Array(length).fill(0x61);
  expect(bytesToHex(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'));
});

test('every keyed hash is that of the platform, however long the key, and again', () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, (key, one, other) => {
      const keyed = hmacSha256(key);
      const want = (data: Uint8Array) => createHmac('sha256', key).update(data).digest('hex');
      expect([one, other, one].map((data) => bytesToHex(keyed(data)))).toEqual(
        [one, other, one].map(want),
      );
    }),
  );
});

test('a view into a longer buffer is hashed alone', () => {
  const whole = Uint8Array.from({ length: 200 }, (_, at) => at);
  const part = whole.subarray(50, 130);
  expect(bytesToHex(sha256(part))).toBe(createHash('sha256').update(part).digest('hex'));
});
