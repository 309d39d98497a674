import { expect, test } from 'vitest';
import { redactUrl } from './redact-url.ts';

const urls: { given: string; want: string | undefined }[] = [
  { given: 'https://a.example/v1/tasks?limit=2', want: 'https://a.example/v1/tasks?limit=2' },
  { given: 'https://a.example/t?a=%20+&b=c%2Fd', want: 'https://a.example/t?a=%20+&b=c%2Fd' },
  { given: 'https://user:pass@a.example/', want: 'https://REDACTED:REDACTED@a.example/' },
  { given: 'https://a.example/?api_key=x&q=1', want: 'https://a.example/?api_key=REDACTED&q=1' },
  { given: 'https://a.example/?apikey=x', want: 'https://a.example/?apikey=REDACTED' },
  {
    given: 'https://a.example/?Access-Token=x=y',
    want: 'https://a.example/?Access-Token=REDACTED',
  },
  { given: 'https://a.example/?api%5Fkey=x', want: 'https://a.example/?api%5Fkey=REDACTED' },
  { given: 'https://a.example/?sig=x&sign=y', want: 'https://a.example/?sig=REDACTED&sign=y' },
  {
    given: 'https://a.example/?X-Amz-Signature=x',
    want: 'https://a.example/?X-Amz-Signature=REDACTED',
  },
  { given: 'https://a.example/?monkey=x&%E0%A4=1', want: 'https://a.example/?monkey=x&%E0%A4=1' },
  { given: 'https://a.example/#token', want: 'https://a.example/' },
  { given: 'no URL', want: undefined },
];

test.each(urls)('$given is shown as $want', ({ given, want }) => {
  expect(redactUrl(given)).toBe(want);
});
