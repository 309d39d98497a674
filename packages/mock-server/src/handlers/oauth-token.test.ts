import { expect, test } from 'vitest';
import { type Answer, bench, callsOf } from '../test-call.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

function setUp() {
  const made = bench({}, { permissions: ['tasks:read', 'tasks:write'] });
  const { call, key } = made;
  const ask = (fields: { readonly [name: string]: string }, headers = {}): Promise<Answer> =>
    call('POST', '/oauth/token', {
      secret: null,
      body: new URLSearchParams(fields).toString(),
      headers: { ...form, ...headers },
    });
  const client = { client_id: key.id, client_secret: key.secret };
  const basic = { authorization: `Basic ${btoa(`${key.id}:${key.secret}`)}` };
  return { ...made, ask, client, basic };
}

test('a key is exchanged for a token with its scopes or fewer', async () => {
  const { ask, client, basic, mock } = setUp();
  const all = await ask({ grant_type: 'client_credentials', ...client });
  expect(all.status).toBe(200);
  expect(all.headers.get('cache-control')).toBe('no-store');
  expect(all.body).toMatchObject({
    access_token: expect.stringMatching(/^at_test_mock_[0-9A-Za-z]{32}$/),
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'tasks:read tasks:write',
  });
  const some = await ask({ grant_type: 'client_credentials', scope: 'tasks:read' }, basic);
  const token = callsOf(mock, String(some.body['access_token']));
  expect((await token('GET', '/tasks')).status).toBe(200);
  expect((await token('POST', '/tasks', { body: { title: 'No' } })).status).toBe(403);
  expect(mock.violations).toEqual([]);
});

test('a token ends with its hour, with its key, and with the scopes of its key', async () => {
  const { ask, client, mock, key } = setUp();
  const { body } = await ask({ grant_type: 'client_credentials', ...client });
  const token = callsOf(mock, String(body['access_token']));
  const snapshot = mock.snapshot();
  mock.clock.advance({ hours: 1 });
  expect((await token('GET', '/tasks')).body).toMatchObject({ code: 'expired_api_key' });
  mock.restore(snapshot);
  expect((await token('GET', '/tasks')).status).toBe(200);
  const admin = callsOf(mock, mock.keys.create().secret);
  await admin('PATCH', `/api-keys/${key.id}`, { body: { permissions: ['tasks:write'] } });
  expect((await token('GET', '/tasks')).status).toBe(403);
  mock.keys.revoke(key.id);
  expect((await token('GET', '/tasks')).body).toMatchObject({ code: 'invalid_api_key' });
});

test('a refresh token is good for one exchange, and its second use ends the family', async () => {
  const { ask, client, mock } = setUp();
  const first = await ask({ grant_type: 'client_credentials', ...client });
  const spent = { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) };
  const second = await ask(spent);
  expect(second.body).toMatchObject({ scope: 'tasks:read tasks:write' });
  expect((await ask(spent)).body).toMatchObject({ error: 'invalid_grant' });
  const token = callsOf(mock, String(second.body['access_token']));
  expect((await token('GET', '/tasks')).status).toBe(401);
});

test.each([
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['no grant', {}, 400, 'invalid_request'],
  ['no client', { grant_type: 'client_credentials' }, 401, 'invalid_client'],
  ['no refresh token', { grant_type: 'refresh_token' }, 400, 'invalid_request'],
  ['an unknown one', { grant_type: 'refresh_token', refresh_token: 'rt_x' }, 400, 'invalid_grant'],
])('%s is refused in the words of RFC 6749', async (...row) => {
  const [, fields, status, error] = row;
  const { ask, mock } = setUp();
  const answer = await ask({ ...fields });
  expect([answer.status, answer.body['error']]).toEqual([status, error]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(mock.violations).toEqual([]);
});

test.each([
  ['a wrong secret', { client_secret: 'sk_test_mock_wrong' }, 'invalid_client'],
  ['another id', { client_id: 'key_other' }, 'invalid_client'],
  ['a scope the key lacks', { scope: 'projects:read' }, 'invalid_scope'],
  ['a scope that does not exist', { scope: 'cats:read' }, 'invalid_scope'],
  ['a scope in another form', { scope: 'TASKS' }, 'invalid_scope'],
  ['a field twice', { scope: ['tasks:read', 'tasks:write'] }, 'invalid_scope'],
])('%s is refused', async (...row) => {
  const [, fields, error] = row;
  const { call, client, mock } = setUp();
  const sent = { grant_type: 'client_credentials', ...client, ...fields };
  const pairs = Object.entries(sent).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  const body = new URLSearchParams(pairs).toString();
  const answer = await call('POST', '/oauth/token', { secret: null, body, headers: form });
  expect(answer.body['error']).toBe(error);
  expect(mock.violations).toEqual([]);
});

test('a refresh token is only for the client that got it', async () => {
  const { ask, client, mock } = setUp();
  const first = await ask({ grant_type: 'client_credentials', ...client });
  const spent = { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) };
  const other = mock.keys.create();
  const theirs = { client_id: other.id, client_secret: other.secret };
  expect((await ask({ ...spent, ...theirs })).body).toMatchObject({ error: 'unauthorized_client' });
  expect((await ask({ ...spent, ...client })).status).toBe(200);
});

test('a client that names itself twice is refused', async () => {
  const { ask, client, basic } = setUp();
  const answer = await ask({ grant_type: 'client_credentials', ...client }, basic);
  expect(answer.body).toMatchObject({ error: 'invalid_request' });
});
