import { expect, test } from 'vitest';
import { unwrapWebhook } from './unwrap-webhook.ts';

// The vector that all libraries of Standard Webhooks share.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = '{"test": 2432232314}';
const sentAt = 1_614_265_330;
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': String(sentAt),
  'webhook-signature': signature,
};
const other = `whsec_${btoa('another secret of 24 bytes')}`;
const at = (seconds: number) => ({ now: () => (sentAt + seconds) * 1000 });

test.each([
  ['text', body, headers],
  ['bytes', new TextEncoder().encode(body), headers],
  ['a view into a larger buffer', new TextEncoder().encode(`xx${body}x`).subarray(2, -1), headers],
  ['an ArrayBuffer', new TextEncoder().encode(body).buffer, headers],
  ['a Headers', body, new Headers(headers)],
  ['a Headers of another class', body, { get: (name: string) => new Headers(headers).get(name) }],
  [
    'headers in capitals',
    body,
    Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toUpperCase(), v])),
  ],
  ['headers as arrays', body, { ...headers, 'webhook-signature': ['v1,AAAA', signature] }],
  [
    'several signatures',
    body,
    { ...headers, 'webhook-signature': `v1a,AAAA v1,AAAA ${signature}` },
  ],
])('the official vector is accepted as %s', async (_, payload, given) => {
  expect(await unwrapWebhook(payload, given, secret, at(0))).toEqual({ test: 2432232314 });
});

test('any one of several secrets is enough', async () => {
  expect(await unwrapWebhook(body, headers, [other, secret], at(0))).toEqual({ test: 2432232314 });
  expect(await unwrapWebhook(body, headers, secret.slice(6), at(0))).toEqual({ test: 2432232314 });
});

test.each([
  [300, undefined, 'accepted'],
  [-300, undefined, 'accepted'],
  [301, undefined, 'timestamp_out_of_tolerance'],
  [-301, undefined, 'timestamp_out_of_tolerance'],
  [0, 0, 'accepted'],
  [1, 0, 'timestamp_out_of_tolerance'],
  [-1, 0, 'timestamp_out_of_tolerance'],
  [5, 4, 'timestamp_out_of_tolerance'],
])('at an age of %d s with a tolerance of %s a webhook is %s', async (age, tolerance, want) => {
  const options = { ...at(age), ...(tolerance !== undefined && { toleranceSeconds: tolerance }) };
  const verdict = unwrapWebhook(body, headers, secret, options).then(
    () => 'accepted',
    (error: unknown) => Object(error).code,
  );
  expect(await verdict).toBe(want);
});

test.each([
  ['another body', `${body} `, headers, secret, 'signature_mismatch'],
  ['another secret', body, headers, other, 'signature_mismatch'],
  ['another id', body, { ...headers, 'webhook-id': 'msg_1' }, secret, 'signature_mismatch'],
  [
    'a signature of another version',
    body,
    { ...headers, 'webhook-signature': signature.replace('v1', 'v1a') },
    secret,
    'signature_mismatch',
  ],
  [
    'a signature that is no base64',
    body,
    { ...headers, 'webhook-signature': 'v1,?' },
    secret,
    'malformed_header',
  ],
  [
    'letters after the timestamp',
    body,
    { ...headers, 'webhook-timestamp': `${sentAt}abc` },
    secret,
    'malformed_header',
  ],
  [
    'a negative timestamp',
    body,
    { ...headers, 'webhook-timestamp': `-${sentAt}` },
    secret,
    'malformed_header',
  ],
  ['a dot in the id', body, { ...headers, 'webhook-id': 'msg.1' }, secret, 'malformed_header'],
  ['no id', body, { ...headers, 'webhook-id': undefined }, secret, 'missing_header'],
  ['no headers', body, new Headers(), secret, 'missing_header'],
  ['an empty secret', body, headers, '', 'missing_secret'],
  ['a secret that is only its prefix', body, headers, 'whsec_', 'missing_secret'],
  ['no secrets', body, headers, [], 'missing_secret'],
  ['a secret that is no base64', body, headers, 'whsec_***', 'malformed_secret'],
  ['a secret that is too short', body, headers, 'whsec_AAAA', 'malformed_secret'],
] as const)('%s is refused', async (...row) => {
  const [, payload, given, key, code] = row;
  const refused = unwrapWebhook(payload, given, key, at(0));
  await expect(refused).rejects.toMatchObject({ kind: 'webhook', code });
});

test('a signed body that is not JSON is a typed error', async () => {
  const key = await crypto.subtle.importKey(
    'raw',
    Uint8Array.from(atob(secret.slice(6)), (character) => character.charCodeAt(0)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signed = new TextEncoder().encode(`msg_1.${sentAt}.not json`);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
  const stamp = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(sentAt),
    'webhook-signature': `v1,${btoa(String.fromCharCode(...made))}`,
  };
  await expect(unwrapWebhook('not json', stamp, secret, at(0))).rejects.toMatchObject({
    code: 'malformed_body',
  });
});

test('an error never holds the secret', async () => {
  const error = await unwrapWebhook(body, headers, 'whsec_not*base64', at(0)).catch(
    (reason: unknown) => reason,
  );
  expect(String(Object(error).stack)).not.toContain('not*base64');
});

test('a body that was parsed before is refused, and told apart from a forgery', async () => {
  // As a user without types would pass it.
  const parsed = { test: 2432232314 } as unknown as string;
  const refused = unwrapWebhook(parsed, headers, secret, at(0));
  await expect(refused).rejects.toMatchObject({ code: 'body_not_raw' });
});

test.each([
  [16, 'accepted'],
  [17, 'malformed_header'],
])('of %s signatures the right one is %s', async (count, want) => {
  const list = [...Array(count - 1).fill('v1,AAAA'), signature].join(' ');
  const verdict = unwrapWebhook(body, { ...headers, 'webhook-signature': list }, secret, at(0));
  const code = verdict.then(
    () => 'accepted',
    (error: unknown) => Object(error).code,
  );
  expect(await code).toBe(want);
});
