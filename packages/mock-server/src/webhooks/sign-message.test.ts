import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signMessage } from './sign-message.ts';

// The vector that every library of the Standard Webhooks repository tests against.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestampSeconds: 1_614_265_330,
  body: '{"test": 2432232314}',
};

test('the official vector comes out', () => {
  expect(signMessage(message, [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('two secrets give two signatures, the newest first', () => {
  const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
  const [first, second, ...more] = signMessage(message, [secret, other])['webhook-signature'].split(
    ' ',
  );
  expect(first).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(second).toBe(signMessage(message, [other])['webhook-signature']);
  expect(second).not.toBe(first);
  expect(more).toEqual([]);
});

test('any body is signed as its UTF-8 bytes, like node:crypto does', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ minLength: 24, maxLength: 64 }),
      (body, key) => {
        const base64 = Buffer.from(key).toString('base64');
        const headers = signMessage({ ...message, body }, [`whsec_${base64}`]);
        const wanted = createHmac('sha256', key)
          .update(`${message.id}.${message.timestampSeconds}.${body}`)
          .digest('base64');
        expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
      },
    ),
  );
});
