import { expect, test } from 'vitest';
import type { LoggedExchange } from '../mock.ts';
import { createRequestLog } from './request-log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function exchange(change: Partial<LoggedExchange> = {}): LoggedExchange {
  return {
    at: 1_767_225_600_000,
    operation: 'tasks.create',
    request: {
      method: 'POST',
      url: '/v1/tasks?limit=2',
      headers: {
        authorization: ['Bearer sk_test_mock_0123456789abcdefghij'],
        'content-type': ['application/json'],
      },
      body: bytes('{"title":"Ship it"}'),
    },
    response: {
      status: 201,
      headers: { 'X-Request-Id': 'req_1', 'Content-Type': 'application/json' },
      body: '{"id":"task_1"}',
    },
    ...change,
  };
}

test('an entry shows both sides of an exchange, the credential masked', () => {
  const log = createRequestLog();
  log.record(exchange());
  expect(log.entries).toEqual([
    {
      id: 'req_1',
      at: 1_767_225_600_000,
      operation: 'tasks.create',
      method: 'POST',
      path: '/v1/tasks?limit=2',
      status: 201,
      requestHeaders: {
        authorization: ['Bearer sk_test_mock…ghij'],
        'content-type': ['application/json'],
      },
      requestBody: '{"title":"Ship it"}',
      responseHeaders: { 'X-Request-Id': 'req_1', 'Content-Type': 'application/json' },
      responseBody: '{"id":"task_1"}',
    },
  ]);
});

test('a connection that was reset has status 0', () => {
  const log = createRequestLog();
  log.record(exchange({ response: { fault: 'reset' } }));
  expect(log.entries[0]).toMatchObject({ status: 0, id: '', responseHeaders: {} });
});

test.each([
  { url: 'https://api.example.com/v1/tasks?limit=2', path: '/v1/tasks?limit=2' },
  { url: 'https://api.example.com', path: '/' },
  {
    url: '/v1/tasks?access_token=0123456789&limit=2',
    path: '/v1/tasks?access_token=0123…9&limit=2',
  },
])('the URL $url is kept as $path', ({ url, path }) => {
  const log = createRequestLog();
  const { request } = exchange();
  log.record(exchange({ request: { ...request, url } }));
  expect(log.entries[0]!.path).toBe(path);
});

test('a secret that is shown once in an answer does not stay in the log', () => {
  const log = createRequestLog();
  const secret = 'sk_test_mock_0123456789abcdefghij';
  const { response } = exchange();
  log.record(exchange({ response: { ...response, body: JSON.stringify({ key: secret }) } }));
  expect(JSON.stringify(log.entries)).not.toContain(secret);
});

test('long bodies are cut, and bytes that are no text are only counted', () => {
  const log = createRequestLog();
  const { request } = exchange();
  log.record(exchange({ request: { ...request, body: bytes('x'.repeat(20_000)) } }));
  const headers = { 'content-type': ['image/png'] };
  log.record(exchange({ request: { ...request, headers, body: new Uint8Array(7) } }));
  expect(log.entries[0]!.requestBody).toBe(`${'x'.repeat(10_000)}…`);
  expect(log.entries[1]!.requestBody).toBe('(7 bytes of image/png)');
});

test('the oldest entries are dropped beyond the capacity', () => {
  const log = createRequestLog({ capacity: 2 });
  for (const operation of ['a', 'b', 'c']) log.record(exchange({ operation }));
  expect(log.entries.map((entry) => entry.operation)).toEqual(['b', 'c']);
});

test('entries are found by operation, and cleared', () => {
  const log = createRequestLog();
  log.record(exchange());
  log.record(exchange({ operation: 'tasks.list' }));
  expect(log.find('tasks.list')).toHaveLength(1);
  expect(log.find('tasks.get')).toHaveLength(0);
  log.clear();
  expect(log.entries).toEqual([]);
});

test('a list of entries that was taken does not change afterwards', () => {
  const log = createRequestLog();
  const before = log.entries;
  log.record(exchange());
  expect(before).toEqual([]);
});
