import { expect } from 'vitest';
import { factsOf, type Stage } from './fact.ts';
import { openDialect } from './open-dialect.ts';

/** A system that no document describes: it is made here, by an overlay alone. */
const overlay = {
  overlay: '1.1.0',
  info: { title: 'Acme', version: '1.0.0' },
  actions: [
    { target: '$.info', update: { title: 'Product API (Acme)' } },
    { target: '$.paths.*.*[?@[*].bearerAuth]', remove: true },
    { target: '$.security', remove: true },
    { target: '$', update: { security: [{ acmeKey: [] }] } },
    { target: "$.components.securitySchemes['bearerAuth', 'clientBasic']", remove: true },
    { target: "$.paths['/oauth/token']", remove: true },
    {
      target: '$.components.securitySchemes',
      update: {
        acmeKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Acme-Key',
          'x-api-key-policy': {
            secret: { format: 'guid' },
            display: { prefix_length: 4, tail_length: 6 },
            manage: { roles: ['chief'] },
            expiry: { required: true, max_seconds: 30 * 86_400 },
            users: { schema: 'User', role: '/role', roles: ['worker', 'chief'] },
          },
        },
      },
    },
    { target: '$.components.schemas.UserRole.enum', remove: true },
    { target: '$.components.schemas.UserRole', update: { enum: ['worker', 'chief'] } },
    { target: "$.components.schemas.User['x-mock-rows'][*]", update: { role: 'worker' } },
    {
      target: "$.components.schemas.User['x-mock-rows'][?@.id == 'user_amara']",
      update: { role: 'chief' },
    },
    {
      target: "$.components.schemas.ApiKey.properties['prefix', 'mode', 'permissions', 'plan']",
      remove: true,
    },
    {
      target:
        "$.components.schemas.ApiKey.required[?@ == 'prefix' || @ == 'mode' || @ == 'permissions' || @ == 'plan']",
      remove: true,
    },
    {
      target: "$.components.schemas.ApiKeyCreate.properties['mode', 'permissions']",
      remove: true,
    },
    {
      target: '$.components.schemas.ApiKeyWithSecret.allOf[1].properties.key.pattern',
      remove: true,
    },
    { target: '$.components.schemas.ProblemCode', update: { enum: ['not_manager'] } },
  ],
};

const dialect = await openDialect('acme', overlay);
const fact = factsOf(dialect);
const inDays = ({ mock }: Stage, days: number) => ({
  name: 'Robot',
  expires_at: new Date(mock.clock.now() + days * 86_400_000).toISOString(),
});
const chief = ({ mock, as }: Stage) => as(mock.keys.create({ ownerId: 'user_amara' }).secret);

fact('an invented system sends a UUID in a header of its own', async (stage) => {
  const { key } = await chief(stage)('apiKeys.create', inDays(stage, 30));
  expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect((await stage.send('/tasks', { 'x-acme-key': key })).status).toBe(200);
  expect((await stage.send('/tasks', { authorization: `Bearer ${key}` })).status).toBe(401);
  expect(await stage.as(key)('tasks.list')).toMatchObject({ data: expect.any(Array) });
  expect(dialect.read('profile.ts')).toContain("header('X-Acme-Key', key)");
});

fact('keys of an invented system live for 30 days at most', async (stage) => {
  const call = chief(stage);
  await expect(call('apiKeys.create', inDays(stage, 31))).rejects.toMatchObject({ status: 422 });
  await expect(call('apiKeys.create', { name: 'Robot' })).rejects.toMatchObject({ status: 422 });
  const { id, key } = await call('apiKeys.create', inDays(stage, 30));
  await expect(call('apiKeys.update', id, inDays(stage, 31))).rejects.toMatchObject({
    status: 422,
  });
  stage.mock.clock.advance({ days: 30 });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject({ code: 'expired_api_key' });
});

fact('of the two roles of an invented system one manages keys', async (stage) => {
  const worker = stage.as(stage.mock.keys.create({ ownerId: 'user_priya' }).secret);
  const refusal = { kind: 'permission', status: 403, code: 'not_manager' };
  await expect(worker('apiKeys.create', inDays(stage, 1))).rejects.toMatchObject(refusal);
  await expect(worker('apiKeys.list')).rejects.toMatchObject(refusal);
  await expect(worker('tasks.list')).resolves.toBeDefined();
  await expect(chief(stage)('apiKeys.list')).resolves.toBeDefined();
});
