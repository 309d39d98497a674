import { expect } from 'vitest';
import { everythingKept, factsOf, type Stage } from './fact.ts';
import { openDialect } from './open-dialect.ts';

const dialect = await openDialect('product');
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'invalid_api_key' };
const forbidden = { kind: 'permission', status: 403, code: 'insufficient_scope' };

const adminOf = ({ mock, as }: Stage, more: object = {}) =>
  as(mock.keys.create({ mode: 'live', plan: 'enterprise', ...more }).secret);

fact('a key is sent as a bearer token, and refused in any other form', async ({ mock, send }) => {
  const { secret } = mock.keys.create();
  const codeOf = async (authorization: string) => {
    const { code } = await (await send('/tasks', { authorization })).json();
    return code;
  };
  expect((await send('/tasks', { authorization: `Bearer ${secret}` })).status).toBe(200);
  expect(await codeOf(secret)).toBe('malformed_credentials');
  expect(await codeOf('Bearer abc123')).toBe('malformed_credentials');
});

fact('a key has a name, a description, permissions and an expiry or none', async (stage) => {
  const given = {
    name: 'Production App',
    description: 'Main backend',
    permissions: ['tasks:read'],
  };
  const made = await adminOf(stage)('apiKeys.create', given);
  expect(made).toMatchObject({ ...given, expires_at: null, plan: 'enterprise' });
});

fact('a key is made with a key, and is shown in full only then', async (stage) => {
  const admin = adminOf(stage);
  const { id, key } = await admin('apiKeys.create', { name: 'New Integration' });
  expect(key).toMatch(/^sk_live_mock_[0-9A-Za-z]{32}$/);
  const shown = [await admin('apiKeys.get', id), (await admin('apiKeys.list')).data];
  await stage.as(key)('apiKeys.current');
  expect(JSON.stringify(shown) + everythingKept(stage)).not.toContain(key);
});

fact('a live key opens real data, a test key a sandbox that does not touch it', async (stage) => {
  const live = adminOf(stage);
  const sandbox = stage.as(stage.mock.keys.create({ mode: 'test' }).secret);
  const { id } = await live('tasks.create', { title: 'Real' });
  await expect(sandbox('tasks.get', id)).rejects.toMatchObject({ status: 404 });
  await expect(sandbox('tasks.delete', id)).rejects.toMatchObject({ status: 404 });
  expect(await live('tasks.get', id)).toMatchObject({ title: 'Real' });
});

fact('calls with a test key do not count against the quota of live keys', async (stage) => {
  const [live, sandbox] = ['live', 'test'].map((mode) =>
    stage.as(stage.mock.keys.create({ mode }).secret),
  );
  const before = await live?.('rateLimit.get');
  for (let count = 0; count < 5; count += 1) await sandbox?.('tasks.list');
  expect(await live?.('rateLimit.get')).toMatchObject({ remaining: before?.['remaining'] });
});

const openers: readonly (readonly [scope: string, operation: string, ...input: unknown[]])[] = [
  ['tasks:read', 'tasks.list'],
  ['projects:read', 'projects.list'],
  ['users:read', 'users.list'],
  ['tasks:write', 'tasks.create', { title: 'Write' }],
  ['projects:write', 'projects.create', { name: 'Write' }],
  ['users:write', 'users.update', 'user_priya', { role: 'member' }],
];

fact('each permission opens what it names, and nothing else', async ({ mock, as }) => {
  for (const [scope, operation, ...input] of openers) {
    const others = openers.map(([one]) => one).filter((one) => one !== scope);
    const one = as(mock.keys.create({ permissions: [scope] }).secret);
    const rest = as(mock.keys.create({ permissions: others }).secret);
    await expect(one(operation, ...input)).resolves.toBeDefined();
    await expect(rest(operation, ...input)).rejects.toMatchObject(forbidden);
  }
});

fact('deleting takes a permission of its own', async ({ mock, as }) => {
  const writer = as(mock.keys.create({ permissions: ['tasks:write', 'projects:write'] }).secret);
  const deleter = as(mock.keys.create({ permissions: ['tasks:delete', 'projects:delete'] }).secret);
  const [task, project] = [
    await writer('tasks.create', { title: 'Old' }),
    await writer('projects.create', { name: 'Old' }),
  ];
  await expect(writer('tasks.delete', task.id)).rejects.toMatchObject(forbidden);
  await expect(writer('projects.delete', project.id)).rejects.toMatchObject(forbidden);
  await deleter('tasks.delete', task.id);
  await deleter('projects.delete', project.id);
});

fact('admin:* opens everything', async ({ mock, as }) => {
  const admin = as(mock.keys.create({ permissions: ['admin:*'] }).secret);
  for (const [, operation, ...input] of openers)
    await expect(admin(operation, ...input)).resolves.toBeDefined();
  await expect(admin('apiKeys.list')).resolves.toBeDefined();
});

fact(
  'the list shows prefix, last use, creation and expiry of each key, and never a full key',
  async (stage) => {
    const { secret } = stage.mock.keys.create({ mode: 'live', expiresAt: '2026-03-15T00:00:00Z' });
    const [first] = (await stage.as(secret)('apiKeys.list')).data;
    expect(first).toMatchObject({
      prefix: `${secret.slice(0, 16)}...`,
      last_used: expect.any(String),
      created_at: expect.any(String),
      expires_at: '2026-03-15T00:00:00Z',
    });
    expect(JSON.stringify(first)).not.toContain(secret);
  },
);

fact('the details of a key count its requests of the day and of the month', async (stage) => {
  const { id, secret } = stage.mock.keys.create();
  const call = stage.as(secret);
  for (let count = 0; count < 3; count += 1) await call('tasks.list');
  expect(await call('apiKeys.get', id)).toMatchObject({
    usage: { requests_today: 4, requests_this_month: 4 },
  });
  stage.mock.clock.advance({ days: 1 });
  expect(await call('apiKeys.get', id)).toMatchObject({
    usage: { requests_today: 1, requests_this_month: 5 },
  });
});

fact('name and permissions of a key can be changed', async (stage) => {
  const admin = adminOf(stage);
  const { id, key } = await admin('apiKeys.create', { name: 'App', permissions: ['tasks:read'] });
  const changes = { name: 'App (updated)', permissions: ['tasks:read', 'projects:read'] };
  expect(await admin('apiKeys.update', id, changes)).toMatchObject(changes);
  await expect(stage.as(key)('projects.list')).resolves.toBeDefined();
});

fact('all requests with a revoked key fail immediately', async (stage) => {
  const admin = adminOf(stage);
  const { id, key } = await admin('apiKeys.create', { name: 'App', permissions: ['tasks:read'] });
  await stage.as(key)('tasks.list');
  await admin('apiKeys.revoke', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
});

fact('each plan has its limits by the hour and by the minute', async ({ mock, as }) => {
  const windows = { free: [1000, 100], professional: [10_000, 500], enterprise: [100_000, 5000] };
  for (const [plan, [hour, minute]] of Object.entries(windows)) {
    const call = as(mock.keys.create({ plan }).secret);
    expect(await call('rateLimit.get')).toMatchObject({
      limit: hour,
      windows: expect.arrayContaining([expect.objectContaining({ name: 'minute', limit: minute })]),
    });
  }
});

fact('the limit can be asked for, and stands in the headers of every answer', async (stage) => {
  const { secret } = stage.mock.keys.create({ plan: 'professional' });
  const { headers } = await stage.send('/tasks', { authorization: `Bearer ${secret}` });
  expect(await stage.as(secret)('rateLimit.get')).toMatchObject({
    limit: Number(headers.get('x-ratelimit-limit')),
    remaining: Number(headers.get('x-ratelimit-remaining')),
    reset: Number(headers.get('x-ratelimit-reset')),
    reset_at: expect.any(String),
  });
});

fact('an expiry can be set and extended', async (stage) => {
  const admin = adminOf(stage);
  const first = {
    name: 'Temporary Key',
    expires_at: '2025-12-31T23:59:59Z',
    permissions: ['tasks:read'],
  };
  const { id, key } = await admin('apiKeys.create', first);
  stage.mock.clock.advance({ days: 90 });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject({ code: 'expired_api_key' });
  await admin('apiKeys.update', id, { expires_at: '2026-12-31T23:59:59Z' });
  await expect(stage.as(key)('tasks.list')).resolves.toBeDefined();
});

fact(
  'enterprise keys renew themselves, are announced 30 days before, and never pause',
  async (stage) => {
    const admin = adminOf(stage);
    const { events, create } = await listenTo(stage, admin, [
      'api_key.expiring',
      'api_key.renewed',
    ]);
    const { id, key } = await create({ auto_renew: true, expires_at: '2026-01-01T00:00:00Z' });
    for (let day = 0; day < 80; day += 1) {
      stage.mock.clock.advance({ days: 1 });
      await stage.as(key)('tasks.list');
    }
    expect(events().map(({ type, created_at: at }) => [type, at.slice(0, 10)])).toEqual([
      ['api_key.expiring', '2025-12-02'],
      ['api_key.renewed', '2026-01-01'],
    ]);
    expect(await admin('apiKeys.get', id)).toMatchObject({
      status: 'active',
      expires_at: '2027-01-01T00:00:00Z',
    });
  },
);

fact('a key is rotated with an overlap: both work, then only the new one', async (stage) => {
  const admin = adminOf(stage);
  const old = await admin('apiKeys.create', { name: 'App', permissions: ['tasks:read'] });
  const { key } = await admin('apiKeys.rotate', old.id, { grace_period_seconds: 3600 });
  await expect(stage.as(old.key)('tasks.list')).resolves.toBeDefined();
  await expect(stage.as(key)('tasks.list')).resolves.toBeDefined();
  stage.mock.clock.advance({ hours: 1 });
  await expect(stage.as(old.key)('tasks.list')).rejects.toMatchObject(refused);
  await expect(stage.as(key)('tasks.list')).resolves.toBeDefined();
});

fact(
  'the owner is told of refused authentication, a used-up quota and a new location',
  async (stage) => {
    const admin = adminOf(stage);
    const wanted = ['api_key.auth_failed', 'quota.exceeded', 'api_key.used_from_new_location'];
    const { events, create } = await listenTo(stage, admin, wanted);
    const { id, key } = await create({});
    const from = (ip: string) =>
      stage.send('/tasks', { authorization: `Bearer ${key}`, 'x-forwarded-for': ip });
    await from('203.0.113.7');
    await from('198.51.100.23');
    await useUpQuota(stage);
    await admin('apiKeys.revoke', id);
    await from('203.0.113.7');
    expect(new Set(events().map(({ type }) => type))).toEqual(new Set(wanted));
  },
);

fact('a warning comes when fewer than 100 calls remain', async ({ mock, as }) => {
  const told: string[] = [];
  const onEvent = ({ type }: { readonly type: string }) => told.push(type);
  const { secret } = mock.keys.create({ plan: 'professional' });
  const headers = { authorization: `Bearer ${secret}` };
  await callOften(mock, headers, 399);
  const call = as(secret, { onEvent });
  await call('tasks.list');
  expect(told).not.toContain('rate-limit-low');
  await call('tasks.list');
  await call('tasks.list');
  expect(told.filter((type) => type === 'rate-limit-low')).toEqual(['rate-limit-low']);
});

/** What the endpoint hears, and keys of the plan for which it does. */
async function listenTo(
  stage: Stage,
  admin: ReturnType<typeof adminOf>,
  events: readonly string[],
) {
  await admin('webhookEndpoints.create', { url: 'https://example.com/hooks', events });
  return {
    events: (): { type: string; created_at: string }[] =>
      stage.mock.webhooks.deliveries.map(({ body }) => JSON.parse(body)),
    create: (more: object) =>
      admin('apiKeys.create', { name: 'App', permissions: ['tasks:read'], ...more }),
  };
}

/** Uses up the hourly quota of a live key of the free plan: 100 calls in each of ten minutes, and one more. */
async function useUpQuota({ mock }: Stage) {
  const { secret } = mock.keys.create({ mode: 'live', plan: 'free' });
  const headers = { authorization: `Bearer ${secret}` };
  for (let minute = 0; minute < 10; minute += 1) {
    await callOften(mock, headers, 100);
    mock.clock.advance({ minutes: 1 });
  }
  await callOften(mock, headers, 1);
}

/** Calls in process: hundreds of connections would make the test one of the machine's speed. */
async function callOften(mock: Stage['mock'], headers: HeadersInit, times: number) {
  for (let call = 0; call < times; call += 1)
    await mock.fetch(`${mock.baseUrl}/tasks`, { headers });
}
