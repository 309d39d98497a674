import { type ApiModel, type JsonObject, loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createMockFromModel } from '../../create-mock-from-model.ts';
import type { Mock } from '../../mock.ts';
import { type Answer, callsOf, rowsOf } from '../../test-call.ts';

const document = new URL('../../../../../spec/openapi.yaml', import.meta.url);
const scheme = '$.components.securitySchemes.bearerAuth';
const people = { schema: 'User', username: '/email', password: '/password' };
const text = { type: 'string', description: 'A text.' };

/** What an operation like another one is, with another behaviour. */
function operation(id: string, handler: string, more: object = {}): object {
  const schema = { $ref: '#/components/schemas/ApiKey' };
  const content = { 'application/json': { schema } };
  const ok = { description: 'The key.', content };
  const failed = { description: 'Refused.', content: { 'application/problem+json': {} } };
  const responses = { 200: ok, 401: failed, 403: failed, 404: failed, 409: failed, 422: failed };
  return { operationId: id, 'x-mock-handler': handler, responses, ...more };
}

const signIn = operation('auth.signIn', 'auth.sign-in', {
  security: [],
  requestBody: {
    content: { 'application/json': { schema: { properties: { email: text, password: text } } } },
  },
  responses: {
    200: {
      description: 'A token.',
      content: {
        'application/json': {
          schema: {
            required: ['jwt', 'until', 'account'],
            properties: {
              jwt: text,
              until: { type: 'integer', 'x-api-key-field': 'expires_at' },
              account: { type: 'object', properties: { email: text, level: { type: 'integer' } } },
            },
          },
        },
      },
    },
    401: { description: 'Refused.', content: { 'application/problem+json': {} } },
  },
});

const keyPath = { name: 'key_id', in: 'path', required: true, schema: { type: 'string' } };

/** The Product API with another policy, switches, copies and people who sign in. */
async function modelOf(policy: JsonObject): Promise<ApiModel> {
  const overlay = {
    overlay: '1.1.0',
    info: { title: 'Another policy', version: '1' },
    actions: [
      { target: `${scheme}['x-api-key-policy']`, remove: true },
      { target: scheme, update: { 'x-api-key-policy': policy } },
      {
        target: '$.components.securitySchemes',
        update: { jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      { target: '$.paths.*.*[?@[*].bearerAuth]', remove: true },
      { target: '$', update: { security: [{ jwt: [] }] } },
      {
        target: '$.components.schemas.User.properties',
        update: { password: { ...text, writeOnly: true } },
      },
      {
        target: "$.components.schemas.User['x-mock-rows'][?@.id == 'user_priya']",
        update: { password: 'mock-password' },
      },
      { target: '$.components.schemas.ApiKey.properties.prefix.pattern', remove: true },
      {
        target: '$.components.schemas.ApiKeyWithSecret.allOf[1].properties.key.pattern',
        remove: true,
      },
      { target: '$.components.schemas.ApiKeyStatus', update: { enum: ['inactive'] } },
      {
        target: '$.components.schemas.ApiKeyCreate.properties',
        update: {
          until: { type: 'integer', 'x-api-key-field': 'expires_at' },
          days: { type: 'string', 'x-api-key-field': 'expires_preset' },
        },
      },
      {
        target: '$.paths',
        update: {
          '/sign-in': { post: signIn },
          ...Object.fromEntries(
            ['enable', 'disable', 'copy'].map((verb) => [
              `/api-keys/{key_id}/${verb}`,
              { parameters: [keyPath], post: operation(`apiKeys.${verb}`, `api-keys.${verb}`) },
            ]),
          ),
        },
      },
    ],
  };
  return (await loadApi(document, { overlays: [overlay] })).model;
}

async function stage(
  policy: JsonObject,
): Promise<{ mock: Mock; call: ReturnType<typeof callsOf> }> {
  const mock = createMockFromModel(await modelOf(policy), { seed: 1 });
  return { mock, call: callsOf(mock, mock.keys.create().secret) };
}

const signedIn = (mock: Mock, password = 'mock-password'): Promise<Answer> =>
  callsOf(mock, '')('POST', '/sign-in', {
    secret: null,
    body: { email: 'priya.nair@example.com', password },
  });

const body = { name: 'Robot' };

test('a switch turns a key off and on, and what is off is answered like what is unknown', async () => {
  const { mock, call } = await stage({ secret: { format: 'guid' }, switch: true });
  const made = await call('POST', '/api-keys', { body });
  const path = `/api-keys/${String(made.body['id'])}`;
  const theirs = callsOf(mock, String(made.body['key']));
  const unknown = await theirs('GET', '/tasks', { secret: '7ea12968-7758-40b6-8c73-75cc99be762b' });
  expect((await call('GET', path)).body).toMatchObject({ status: 'inactive' });
  expect((await theirs('GET', '/tasks')).body['detail']).toBe(unknown.body['detail']);
  await call('POST', `${path}/enable`);
  expect((await theirs('GET', '/tasks')).status).toBe(200);
  await call('POST', `${path}/disable`);
  expect((await theirs('GET', '/tasks')).body).toMatchObject({ code: 'invalid_api_key' });
  expect((await theirs('GET', '/tasks', { secret: 'no-guid' })).body).toMatchObject({
    code: 'malformed_credentials',
  });
  expect(mock.violations).toEqual([]);
});

test('an end is an instant, seconds since the epoch, or a preset', async () => {
  const expiry = { required: true, presets_days: [7, 30], max_seconds: 40 * 86_400, extend: false };
  const { call, mock } = await stage({ expiry });
  const at = Math.floor(mock.clock.now() / 1000);
  const ends = async (more: object): Promise<unknown> => {
    const answer = await call('POST', '/api-keys', { body: { ...body, ...more } });
    const { errors, expires_at: end } = answer.body;
    return Array.isArray(errors) ? errors[0] : end;
  };
  expect(await ends({ until: at + 60 })).toBe('2025-10-14T10:31:00Z');
  expect(await ends({ days: '30 days' })).toBe('2025-11-13T10:30:00Z');
  expect(await ends({ days: '8 days' })).toMatchObject({
    pointer: '/days',
    code: 'expiry_not_preset',
  });
  expect(await ends({ until: at })).toMatchObject({ pointer: '/until', code: 'expiry_in_past' });
  expect(await ends({ until: at + 41 * 86_400 })).toMatchObject({ code: 'expiry_too_long' });
  expect(await ends({})).toMatchObject({ code: 'expiry_required' });
  expect(mock.violations).toEqual([]);
});

test('an end that may not be moved away may be moved nearer', async () => {
  const { call } = await stage({ expiry: { extend: false } });
  const first = { ...body, expires_at: '2026-01-02T00:00:00Z' };
  const { body: made } = await call('POST', '/api-keys', { body: first });
  const move = async (expires_at: string | null): Promise<number> =>
    (await call('PATCH', `/api-keys/${String(made['id'])}`, { body: { expires_at } })).status;
  expect(await move('2026-01-03T00:00:00Z')).toBe(409);
  expect(await move(null)).toBe(409);
  expect(await move('2026-01-01T00:00:00Z')).toBe(200);
});

test('a key without an end is refused where keys have a longest life', async () => {
  const { call } = await stage({ expiry: { max_seconds: 3600 } });
  const made = await call('POST', '/api-keys', { body: { ...body, expires_at: null } });
  expect(made.body).toMatchObject({ errors: [{ code: 'expiry_too_long' }] });
});

test('someone who signs in may do what people may, until the token ends', async () => {
  const { mock } = await stage({
    users: people,
    tokens: { access: { prefix: 'at_', lifetime_seconds: 60 } },
  });
  const { body: answer } = await signedIn(mock);
  const call = callsOf(mock, String(answer['jwt']));
  expect(answer).toMatchObject({
    until: mock.clock.now() / 1000 + 60,
    account: { email: 'priya.nair@example.com' },
  });
  expect((await call('GET', '/users/me')).body).toMatchObject({ id: 'user_priya' });
  mock.clock.advance({ seconds: 60 });
  expect((await call('GET', '/users/me')).body).toMatchObject({ code: 'expired_api_key' });
  expect(mock.violations).toEqual([]);
});

test('a wrong password is refused, and no password is shown or kept', async () => {
  const { mock, call } = await stage({ users: people });
  expect((await signedIn(mock, 'mock-passwore')).status).toBe(401);
  expect((await signedIn(mock, '')).status).toBe(401);
  expect((await call('GET', '/users/user_priya')).text).not.toContain('password');
  const everything = JSON.stringify([mock.snapshot(), mock.requests.entries]);
  expect(everything).not.toContain('mock-password');
});

test('whoever is locked out has no token any more', async () => {
  const { mock, call } = await stage({
    users: { ...people, status: '/role', blocked: ['member'] },
  });
  await call('PATCH', '/users/user_priya', { body: { role: 'admin' } });
  const { body: answer } = await signedIn(mock);
  const theirs = callsOf(mock, String(answer['jwt']));
  expect((await theirs('GET', '/users/me')).status).toBe(200);
  await call('PATCH', '/users/user_priya', { body: { role: 'member' } });
  expect((await theirs('GET', '/users/me')).body).toMatchObject({ code: 'invalid_api_key' });
  expect((await signedIn(mock)).status).toBe(401);
});

test('what keys are is the same after a snapshot was restored', async () => {
  const { mock, call } = await stage({
    switch: true,
    grants: { kind: 'level', roles: { admin: 8 } },
  });
  const key = mock.keys.create({ active: false, level: 2, companyId: 'company_x' });
  const kept = mock.snapshot();
  await call('POST', `/api-keys/${key.id}/enable`);
  mock.restore(kept);
  expect(mock.keys.list().find(({ id }) => id === key.id)).toMatchObject({ status: 'inactive' });
  expect(mock.snapshot()).toEqual(kept);
});

test('keys of others are on no list and in no answer', async () => {
  const { mock } = await stage({ owner: 'user' });
  const own = mock.keys.create({ ownerId: 'user_priya' });
  const other = mock.keys.create({ ownerId: 'user_mei' });
  const call = callsOf(mock, own.secret);
  expect(rowsOf(await call('GET', '/api-keys')).map((row) => row['id'])).toEqual([own.id]);
  const paths = [`/api-keys/${other.id}`, `/api-keys/${other.id}/rotate`];
  const answers = [
    await call('GET', String(paths[0])),
    await call('PATCH', String(paths[0]), { body }),
    await call('DELETE', String(paths[0])),
    await call('POST', String(paths[1])),
    await call('POST', `${String(paths[0])}/copy`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});
