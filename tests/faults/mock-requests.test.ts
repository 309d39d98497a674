import { expect, test } from 'vitest';
import { mockDoor } from './mock-door.ts';

const problem = 'application/problem+json';

test.each([
  { sent: [], code: 'missing_credentials' },
  { sent: ['Basic c2tfdGVzdA=='], code: 'malformed_credentials' },
  { sent: ['Bearer '], code: 'malformed_credentials' },
  { sent: ['Bearer one two'], code: 'malformed_credentials' },
  { sent: ['Bearer sk_test_mock_a', 'Bearer sk_test_mock_b'], code: 'malformed_credentials' },
  { sent: ['Bearer sk_test_mock_unknown'], code: 'invalid_api_key' },
])('37 credentials $sent: 401 as RFC 6750 has it, $code', async ({ sent, code }) => {
  const { ask, mock } = await mockDoor();
  const headers = sent.map((value) => `Authorization: ${value}`);
  const answer = await ask({ line: 'GET /v1/tasks', headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([401, problem]);
  expect(answer.json).toMatchObject({ status: 401, code });
  const challenge = answer.headers.get('www-authenticate') ?? '';
  // RFC 6750 §3.1: who sent nothing is told no error.
  expect(challenge).toMatch(sent.length === 0 ? /^Bearer realm="[^"]*"$/ : /error="invalid_token"/);
  expect(mock.violations).toEqual([]);
});

test('37 lower-case scheme: as good as any', async () => {
  const { ask, bearer } = await mockDoor();
  const headers = [bearer.replace('Bearer', 'bEARER')];
  expect((await ask({ line: 'GET /v1/tasks', headers })).status).toBe(200);
});

test('37 revoked key: answered like one that never was', async () => {
  const { ask, mock } = await mockDoor();
  const { id, secret } = mock.keys.create();
  mock.keys.revoke(id);
  const answers = [secret, 'sk_test_mock_unknown'].map(async (key) => {
    const headers = [`Authorization: Bearer ${key}`];
    const { status, headers: told, json } = await ask({ line: 'GET /v1/tasks', headers });
    return [status, told.get('www-authenticate'), { ...json, request_id: '' }];
  });
  const [revoked, unknown] = await Promise.all(answers);
  expect(revoked).toEqual(unknown);
});

test('37 test key: it sees nothing of what live keys made, and the reverse', async () => {
  const { mock, ask, bearer } = await mockDoor();
  const live = `Authorization: Bearer ${mock.keys.create({ mode: 'live' }).secret}`;
  for (const [maker, other] of [
    [bearer, live],
    [live, bearer],
  ] as const) {
    const made = await ask({
      ...{ line: 'POST /v1/tasks', body: '{"title":"Mine"}' },
      headers: [maker, 'Content-Type: application/json'],
    });
    const line = `GET /v1/tasks/${String(made.json['id'])}`;
    expect((await ask({ line, headers: [maker] })).status).toBe(200);
    expect((await ask({ line, headers: [other] })).status).toBe(404);
  }
});

const asJson = 'Content-Type: application/json';
const create = 'POST /v1/tasks';

test.each([
  { fault: 'malformed JSON', body: '{"title":', status: 400 },
  { fault: 'bytes that are no UTF-8', body: Buffer.from([0x22, 0xff, 0x22]), status: 400 },
  { fault: '500,000 levels', body: '['.repeat(500_000), status: 400 },
  { fault: 'a body of 2 MiB', body: `"${'a'.repeat(2 ** 21)}"`, status: 413 },
  { fault: 'a body of 100 MB', header: 'Content-Length: 104857600', status: 413 },
  { fault: 'a body without its type', type: 'X-None: 1', body: '{"title":"A"}', status: 415 },
  { fault: 'XML', type: 'Content-Type: application/xml', body: '<a/>', status: 415 },
  { fault: 'a type that is none', type: 'Content-Type: ;;/', body: '{}', status: 415 },
  { fault: '%zz in the path', line: 'GET /v1/tasks/%zz', status: 400 },
  { fault: '%zz in the query', line: 'GET /v1/tasks?status=%zz', status: 400 },
])('38 $fault: $status with a code, and nothing of a stack', async (row) => {
  const { line = create, type = asJson, header, body = '', status } = row;
  const { ask, mock, bearer } = await mockDoor();
  const headers = [bearer, type, ...(header === undefined ? [] : [header])];
  const answer = await ask({ line, headers, body });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, problem]);
  expect(answer.json).toMatchObject({ status, code: expect.stringMatching(/^[a-z_]+$/) });
  expect(answer.text).not.toMatch(/\.[jt]s\b|node:|\n? {2,}at /);
  expect(mock.violations).toEqual([]);
});

test.each([
  { fault: 'wrong type', body: '{"title":7}', error: { pointer: '/title' } },
  { fault: 'a missing field', body: '{}', error: { pointer: '/title' } },
  {
    fault: '__proto__',
    body: '{"title":"A","__proto__":{"a":1}}',
    error: { pointer: '/__proto__' },
  },
  { fault: 'dup query', line: 'GET /v1/tasks?limit=1&limit=2', error: { parameter: 'limit' } },
  { fault: 'a text for a number', line: 'GET /v1/tasks?limit=x', error: { parameter: 'limit' } },
])('38 $fault: 422 with its place', async ({ line = create, body = '', error }) => {
  const { ask, bearer } = await mockDoor();
  const answer = await ask({ line, headers: [bearer, asJson], body });
  expect(answer.json).toMatchObject({ status: 422, errors: [error] });
});

test.each(['ten', '-1', '1, 2', '0x10', '9'.repeat(40)])(
  '38 bad Content-Length %s: refused, and the next request is served',
  async (length) => {
    const { ask, bearer } = await mockDoor();
    const headers = [bearer, asJson, `Content-Length: ${length}`];
    const { status } = await ask({ line: create, headers, body: '{}' });
    expect([400, 413]).toContain(status);
    expect((await ask({ line: 'GET /v1/tasks', headers: [bearer] })).status).toBe(200);
  },
);
