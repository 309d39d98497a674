import { expect, test } from 'vitest';
import { bench, callsOf, rowsOf } from '../test-call.ts';

const bare = 'Bearer realm="Product API"';

test.each([
  ['no header', undefined, 'missing_credentials'],
  ['an empty header', [''], 'missing_credentials'],
  ['no scheme', ['sk_test_mock_x'], 'malformed_credentials'],
  ['another scheme', ['Token sk_test_mock_x'], 'malformed_credentials'],
  ['HTTP Basic', ['Basic a2V5OnNlY3JldA=='], 'malformed_credentials'],
  ['a token of another shape', ['Bearer abc123'], 'malformed_credentials'],
  ['characters that no token has', ['Bearer sk_test_mock_ä'], 'malformed_credentials'],
  ['two tokens', ['Bearer sk_test_mock_a sk_test_mock_b'], 'malformed_credentials'],
  ['two headers', ['Bearer sk_test_mock_a', 'Bearer sk_test_mock_a'], 'malformed_credentials'],
  ['two headers in one', ['Bearer sk_test_mock_a, Bearer x'], 'malformed_credentials'],
  ['an unknown key', ['Bearer sk_test_mock_unknown'], 'invalid_api_key'],
  ['an unknown access token', ['Bearer at_test_mock_unknown'], 'invalid_api_key'],
])('%s is refused as such', async (_, authorization, code) => {
  const { mock } = bench();
  const headers = authorization === undefined ? {} : { authorization };
  const response = await mock.exchange({
    method: 'GET',
    url: '/v1/tasks',
    headers,
    body: undefined,
  });
  if ('fault' in response) throw new Error('reset');
  expect(response.status).toBe(401);
  expect(JSON.parse(String(response.body))).toMatchObject({ code });
  const challenge = String(response.headers['WWW-Authenticate']);
  if (code === 'missing_credentials') expect(challenge).toBe(bare);
  else expect(challenge).toMatch(/^Bearer realm="Product API", error="invalid_token", /);
  expect(mock.violations).toEqual([]);
});

test('the name of the scheme is case-insensitive', async () => {
  const { call, key } = bench();
  const headers = { authorization: `bEaReR  ${key.secret}` };
  expect((await call('GET', '/tasks', { headers })).status).toBe(200);
});

test('a key is refused from the instant of its expiry', async () => {
  const { call, mock } = bench({}, { expiresAt: '2025-10-14T10:30:10Z' });
  mock.clock.advance(9_999);
  expect((await call('GET', '/tasks')).status).toBe(200);
  mock.clock.advance(1);
  expect((await call('GET', '/tasks')).body).toMatchObject({ code: 'expired_api_key' });
});

test('a key is refused from the moment it is revoked', async () => {
  const { call, mock, key } = bench();
  mock.keys.revoke(key.id);
  expect((await call('GET', '/tasks')).body).toMatchObject({
    code: 'invalid_api_key',
    status: 401,
  });
});

test('what was revoked, replaced or removed is answered like what never was', async () => {
  const { call, mock } = bench();
  const [revoked, replaced, removed] = [1, 2, 3].map(() => mock.keys.create());
  await call('DELETE', `/api-keys/${String(revoked?.id)}`);
  await call('POST', `/api-keys/${String(replaced?.id)}/rotate`);
  await call('DELETE', `/api-keys/${String(removed?.id)}?permanent=true`);
  const answerTo = async (secret: string | undefined) => {
    const { status, headers, body } = await callsOf(mock, String(secret))('GET', '/tasks');
    return { status, ...body, request_id: '', challenge: headers.get('www-authenticate') };
  };
  const unknown = await answerTo('sk_test_mock_unknown');
  expect(unknown).toMatchObject({ status: 401, code: 'invalid_api_key' });
  for (const key of [revoked, replaced, removed]) {
    expect(await answerTo(key?.secret)).toEqual(unknown);
  }
});

test('live and test data never mix', async () => {
  const { call, mock } = bench();
  const live = callsOf(mock, mock.keys.create({ mode: 'live' }).secret);
  const made = await call('POST', '/tasks', { body: { title: 'Only in the sandbox' } });
  const path = `/tasks/${String(made.body['id'])}`;
  expect((await call('GET', path)).status).toBe(200);
  expect((await live('GET', path)).status).toBe(404);
  expect((await live('DELETE', path)).status).toBe(404);
  const titles = rowsOf(await live('GET', '/tasks')).map((row) => row['title']);
  expect(titles).not.toContain('Only in the sandbox');
});

test('use is counted by day and month, and shown with the instant of the last one', async () => {
  const { call, mock } = bench({ startAt: '2026-01-31T23:59:00Z' });
  await call('GET', '/tasks');
  expect((await call('GET', '/api-keys/current')).body).toMatchObject({
    last_used: '2026-01-31T23:59:00Z',
    usage: { requests_today: 2, requests_this_month: 2 },
  });
  mock.clock.advance({ minutes: 1 });
  expect((await call('GET', '/api-keys/current')).body).toMatchObject({
    last_used: '2026-02-01T00:00:00Z',
    usage: { requests_today: 1, requests_this_month: 1 },
  });
});
