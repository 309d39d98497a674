import { expect, test } from 'vitest';
import { describeMessage } from './describe-message.ts';

const KEY = 'sk_test_mock_4f9a2c7e1b';
const maskIn = (text: string): string => text.replaceAll(KEY, '[secret]');

test('headers that are not on the list are left out, whatever they are called', () => {
  const headers = new Headers({
    authorization: `Bearer ${KEY}`,
    'x-api-key': KEY,
    cookie: 'session=1',
    'set-cookie': 'session=1',
    'idempotency-key': 'order 17',
    'x-customer': 'Ada',
    'x-request-id-of-someone': '1',
    'x-request-id': 'req_1',
    'ratelimit-policy': '"hour";q=1000',
    'x-ratelimit-remaining': '7',
  });
  expect(describeMessage(headers, '', maskIn).headers).toEqual({
    'x-request-id': 'req_1',
    'ratelimit-policy': '"hour";q=1000',
    'x-ratelimit-remaining': '7',
  });
});

test('a secret that is echoed in a header of the list is masked', () => {
  const { headers } = describeMessage(new Headers({ 'x-request-id': KEY }), '', maskIn);
  expect(headers).toEqual({ 'x-request-id': '[secret]' });
});

const bodies: { given: unknown; want: number | undefined }[] = [
  { given: '{"password":"hunter2"}', want: 22 },
  { given: new Blob(['abc']), want: 3 },
  { given: new Uint8Array(4), want: 4 },
  { given: new ArrayBuffer(5), want: 5 },
  { given: new ReadableStream(), want: undefined },
  { given: new FormData(), want: undefined },
  { given: null, want: 0 },
  { given: undefined, want: 0 },
];

test.each(bodies)('of a body only type and length are told: $want', ({ given, want }) => {
  const headers = new Headers({ 'content-type': 'application/json' });
  const { body } = describeMessage(headers, given, maskIn);
  expect(body).toEqual({ type: 'application/json', length: want });
});
