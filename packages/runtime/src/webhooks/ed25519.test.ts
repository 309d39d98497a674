import { expect, test } from 'vitest';
import { now, SECRET, stamped } from './test-bench.ts';
import { unwrapWebhook } from './unwrap-webhook.ts';

async function keyPair() {
  // With this algorithm it is a pair.
  const pair = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const sign = async (content: BufferSource) =>
    ['v1a', await crypto.subtle.sign('Ed25519', pair.privateKey, content)] as const;
  return { sign, whpk: `whpk_${btoa(String.fromCharCode(...raw))}` };
}

test('a v1a signature is accepted with the public key of its sender', async () => {
  const { sign, whpk } = await keyPair();
  const { body, headers } = await stamped('{"a":1}', 'msg_1', sign);
  expect(await unwrapWebhook(body, headers, whpk, { now })).toEqual({ a: 1 });
  expect(await unwrapWebhook(body, headers, [SECRET, whpk], { now })).toEqual({ a: 1 });
});

test.each([
  ['another body', '{"a":2}', undefined, 'signature_mismatch'],
  ['the key of another sender', '{"a":1}', 'other', 'signature_mismatch'],
  ['a shared secret', '{"a":1}', SECRET, 'signature_mismatch'],
  ['the private key', '{"a":1}', `whsk_${btoa('x'.repeat(32))}`, 'malformed_secret'],
  ['a key that is too short', '{"a":1}', `whpk_${btoa('x'.repeat(31))}`, 'malformed_secret'],
  ['an empty key', '{"a":1}', 'whpk_', 'missing_secret'],
] as const)('with %s a v1a signature is refused', async (...row) => {
  const [, body, key, code] = row;
  const [{ sign, whpk }, other] = await Promise.all([keyPair(), keyPair()]);
  const { headers } = await stamped('{"a":1}', 'msg_1', sign);
  const secret = key === 'other' ? other.whpk : (key ?? whpk);
  await expect(unwrapWebhook(body, headers, secret, { now })).rejects.toMatchObject({ code });
});

test('a public key never verifies a shared-key signature', async () => {
  const { whpk } = await keyPair();
  const publicBytes = Uint8Array.from(atob(whpk.slice(5)), (unit) => unit.charCodeAt(0));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', publicBytes, algorithm, false, ['sign']);
  const { body, headers } = await stamped('{}', 'msg_1', async (content) => [
    'v1',
    await crypto.subtle.sign('HMAC', key, content),
  ]);
  const forged = unwrapWebhook(body, headers, whpk, { now });
  await expect(forged).rejects.toMatchObject({ code: 'signature_mismatch' });
});
