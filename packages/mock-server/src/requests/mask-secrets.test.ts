import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskBody, maskHeaders, maskSecret } from './mask-secrets.ts';

const none: ReadonlySet<string> = new Set();

test.each([
  { secret: 'sk_test_mock_0123456789abcdefghij', want: 'sk_test_mock…ghij' },
  { secret: 'abcdefgh', want: 'abc…h' },
  { secret: 'ab', want: 'a…' },
  { secret: '', want: '…' },
])('the credential "$secret" is shown as "$want"', ({ secret, want }) => {
  expect(maskSecret(secret)).toBe(want);
});

test('no more than half of any credential shows', () => {
  fc.assert(
    fc.property(fc.string(), (secret) => {
      expect(maskSecret(secret).length - 1).toBeLessThanOrEqual(secret.length / 2);
    }),
  );
});

test.each([
  { given: 'Bearer sk_test_mock_0123456789abcdefghij', want: 'Bearer sk_test_mock…ghij' },
  { given: 'bearer  sk_test_mock_0123456789abcdefghij', want: 'bearer  sk_test_mock…ghij' },
  { given: 'sk_test_mock_0123456789abcdefghij', want: 'sk_test_mock…ghij' },
  { given: 'Bearer abc123', want: 'Bearer abc…' },
])('the header "$given" is shown as "$want"', ({ given, want }) => {
  expect(maskHeaders({ authorization: [given] }, none)).toEqual({ authorization: [want] });
});

test('every value of a header that came twice is masked', () => {
  const headers = { authorization: ['Bearer aaaaaaaaaa', 'Bearer bbbbbbbbbb'] };
  expect(maskHeaders(headers, none)).toEqual({ authorization: ['Bearer aaaa…a', 'Bearer bbbb…b'] });
});

test('headers that the API names, and those that sound like a credential, are masked too', () => {
  const headers = { 'x-access': ['0123456789'], 'x-api-key': ['0123456789'], accept: ['*/*'] };
  expect(maskHeaders(headers, new Set(['x-access']))).toEqual({
    'x-access': ['0123…9'],
    'x-api-key': ['0123…9'],
    accept: ['*/*'],
  });
});

test.each([
  {
    given: '{"id":"key_1","key": "sk_test_mock_0123456789abcdefghij"}',
    want: '{"id":"key_1","key": "sk_test_mock…ghij"}',
  },
  { given: '{"secret":"whsec_0123456789', want: '{"secret":"whsec_…89' },
  { given: '{"password":"a\\"bcdefgh"}', want: '{"password":"a\\"b…h"}' },
  {
    given: 'grant_type=client_credentials&client_secret=0123456789',
    want: 'grant_type=client_credentials&client_secret=0123…9',
  },
  { given: '{"title":"the key to it"}', want: '{"title":"the key to it"}' },
])('the body $given is shown as $want', ({ given, want }) => {
  expect(maskBody(given)).toBe(want);
});
