import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { md5 } from './md5.ts';
import { bytesToHex } from './sha256.ts';

test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
])('%j has the MD5 of RFC 1321: %s', (text, want) => {
  expect(bytesToHex(md5(new TextEncoder().encode(text)))).toBe(want);
});

test('the MD5 is that of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(bytesToHex(md5(bytes))).toBe(createHash('md5').update(bytes).digest('hex'));
    }),
  );
});
