import { expect, test } from 'vitest';
import type { HttpMethod } from '../client/profile.ts';
import { errorTypeOf, sharedAttributes, spanAttributes } from './http-attributes.ts';
import type { TracedAttempt } from './telemetry.ts';

const attempt: TracedAttempt = {
  ...{ kind: 'attempt', callId: 'a', operation: 'tasks.get', method: 'GET', attempt: 1 },
  path: '/tasks/{task_id}',
  baseUrl: 'https://api.example.com/v1',
  url: 'https://api.example.com/v1/tasks/a?api_key=x',
  setHeader: () => undefined,
};

const servers = [
  { baseUrl: 'https://api.example.com/v1', want: ['api.example.com', 443, 'https', '/v1'] },
  { baseUrl: 'https://api.example.com', want: ['api.example.com', 443, 'https', ''] },
  { baseUrl: 'http://localhost', want: ['localhost', 80, 'http', ''] },
  { baseUrl: 'http://localhost:4010/v1', want: ['localhost', 4010, 'http', '/v1'] },
  { baseUrl: 'https://[::1]:8443', want: ['::1', 8443, 'https', ''] },
];

test.each(servers)('$baseUrl names the server $want', ({ baseUrl, want }) => {
  const [address, port, scheme, prefix] = want;
  expect(sharedAttributes({ ...attempt, baseUrl })).toEqual({
    'http.request.method': 'GET',
    'server.address': address,
    'server.port': port,
    'url.scheme': scheme,
    'url.template': `${prefix}/tasks/{task_id}`,
  });
});

test('a method that HTTP does not know is told apart on the span, and not in the measurements', () => {
  // A caller of `client.api` in plain JavaScript can name any.
  const purge = { ...attempt, method: 'PURGE' as HttpMethod };
  expect(sharedAttributes(purge)).toMatchObject({ 'http.request.method': '_OTHER' });
  expect(spanAttributes(purge)).toMatchObject({ 'http.request.method_original': 'PURGE' });
});

test('a span shows the URL without secrets, and which resending it is', () => {
  const url = 'https://api.example.com/v1/tasks/a?api_key=REDACTED';
  expect(spanAttributes(attempt)).toEqual({ 'url.full': url });
  expect(spanAttributes({ ...attempt, attempt: 3 })).toEqual({
    ...{ 'url.full': url, 'http.request.resend_count': 2 },
  });
});

const outcomes = [
  { given: { status: 200 }, want: undefined },
  { given: { status: 304 }, want: undefined },
  { given: { status: 404 }, want: '404' },
  { given: { error: Object.assign(new Error('a'), { code: 'aborted' }) }, want: 'aborted' },
  { given: { error: new RangeError('a') }, want: 'RangeError' },
  { given: { error: undefined }, want: '_OTHER' },
];

test.each(outcomes)('$given is an error of type $want', ({ given, want }) => {
  expect(errorTypeOf(given)).toBe(want);
});
