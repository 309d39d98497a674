import { bearer } from '@product/client-runtime';
import { expect } from 'vitest';
import { everythingKept, factsOf, type Stage } from './fact.ts';
import { openDialect, overlayOf } from './open-dialect.ts';

const dialect = await openDialect('teamwork', overlayOf('teamwork'));
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'invalid_api_key' };
const notAllowed = { kind: 'permission', status: 403, code: 'api_type_not_allowed' };

async function signedIn({ as }: Stage, name: string) {
  const { token } = await as()('auth.signIn', {
    username: name,
    password: `mock-password-${name.split('.')[0]}`,
  });
  return as(bearer(token));
}

/** Someone with both rights. */
const amara = (stage: Stage) => signedIn(stage, 'amara.okafor@example.com');
const exportTasks = { is_active: true, api_types: ['Tasks Export'] };

fact('every request needs a key, which is a GUID', async (stage) => {
  const { key } = await (await amara(stage))('apiKeys.create', {
    is_active: true,
    allowed_for_all: true,
  });
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect((await stage.send('/tasks', { 'x-api-key': key })).status).toBe(200);
  expect((await stage.send('/tasks')).status).toBe(401);
});

fact('keys are created, edited, removed and copied', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', exportTasks);
  expect(await chq('apiKeys.update', id, { description: 'Export' })).toMatchObject({
    description: 'Export',
  });
  const copy = await chq('apiKeys.copy', id);
  expect(copy).toMatchObject({ description: 'Export', api_types: ['Tasks Export'] });
  await chq('apiKeys.remove', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  expect(await stage.as(copy.key)('tasks.list')).toMatchObject({ data: expect.any(Array) });
});

fact(
  'managing keys takes both rights, to access and to edit the integration settings',
  async (stage) => {
    const { id } = await (await amara(stage))('apiKeys.create', exportTasks);
    for (const name of ['lukas.brandt', 'mei.tanaka', 'priya.nair']) {
      const person = await signedIn(stage, `${name}@example.com`);
      const refusal = { kind: 'permission', status: 403, code: 'not_manager' };
      await expect(person('apiKeys.create', exportTasks)).rejects.toMatchObject(refusal);
      await expect(person('apiKeys.list')).rejects.toMatchObject(refusal);
      await expect(person('apiKeys.remove', id)).rejects.toMatchObject(refusal);
    }
  },
);

fact('a key works if it is active', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', { api_types: ['Tasks Export'] });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  await chq('apiKeys.update', id, { is_active: true });
  await stage.as(key)('tasks.list');
  await chq('apiKeys.update', id, { is_active: false });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
});

fact('a key that is allowed for all opens all API types', async (stage) => {
  const { key } = await (await amara(stage))('apiKeys.create', {
    is_active: true,
    allowed_for_all: true,
  });
  const call = stage.as(key);
  for (const operation of ['tasks.list', 'projects.list', 'users.list'])
    await expect(call(operation)).resolves.toBeDefined();
  expect(await call('tasks.create', { title: 'Import' })).toMatchObject({ title: 'Import' });
});

fact('a key opens the API types that were selected for it, and no others', async (stage) => {
  const { key } = await (await amara(stage))('apiKeys.create', exportTasks);
  await expect(stage.as(key)('tasks.list')).resolves.toBeDefined();
  await expect(stage.as(key)('tasks.create', { title: 'No' })).rejects.toMatchObject(notAllowed);
  await expect(stage.as(key)('projects.list')).rejects.toMatchObject(notAllowed);
});

fact('all activity is logged only if the key is allowed for all', async (stage) => {
  const chq = await amara(stage);
  const wrong = chq('apiKeys.create', { ...exportTasks, logged_for_all: true });
  await expect(wrong).rejects.toMatchObject({ kind: 'validation' });
  const all = { is_active: true, allowed_for_all: true, logged_for_all: true };
  const { id, key } = await chq('apiKeys.create', all);
  await stage.as(key)('tasks.list');
  await stage.as(key)('projects.list');
  expect((await chq('apiKeys.logs', id)).data).toMatchObject([
    { method: 'GET', status: 200, api_type: 'Tasks Export' },
    { method: 'GET', status: 200, api_type: 'Projects Export' },
  ]);
});

fact('activity is logged for the API types that were selected for logging', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', {
    is_active: true,
    api_types: ['Tasks Export', 'Users Export'],
    logging: [
      { type: 'Tasks Export', logged: true },
      { type: 'Users Export', logged: false },
    ],
  });
  await stage.as(key)('tasks.list');
  await stage.as(key)('users.list');
  const { data } = await chq('apiKeys.logs', id);
  expect(data.map((entry) => entry['api_type'])).toEqual(['Tasks Export']);
});

fact('logging stops after its date, and old logs are kept', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', {
    ...exportTasks,
    logging: [{ type: 'Tasks Export', logged: true, until: '2025-10-15T00:00:00Z' }],
  });
  await stage.as(key)('tasks.list');
  stage.mock.clock.advance({ days: 1 });
  await stage.as(key)('tasks.list');
  const { data } = await (await amara(stage))('apiKeys.logs', id);
  expect(data.map((entry) => String(entry['at']).slice(0, 10))).toEqual(['2025-10-14']);
});

fact('logging for all API types stops after its date as well', async (stage) => {
  const chq = await amara(stage);
  const all = { is_active: true, allowed_for_all: true, logged_for_all: true };
  const { id, key } = await chq('apiKeys.create', { ...all, logged_until: '2025-10-15T00:00:00Z' });
  await stage.as(key)('tasks.list');
  stage.mock.clock.advance({ days: 1 });
  await stage.as(key)('tasks.list');
  expect((await (await amara(stage))('apiKeys.logs', id)).data).toHaveLength(1);
});

fact('an API type is found by its full name, and is then the only one', async (stage) => {
  const chq = await amara(stage);
  const { data } = await chq('apiTypes.list', { query: 'Users Export' });
  expect(data).toEqual([{ name: 'Users Export' }]);
});

fact('API types are found by a part of their names', async (stage) => {
  const { data } = await (await amara(stage))('apiTypes.list', { query: 'export' });
  const names = ['Tasks Export', 'Projects Export', 'Users Export', 'Users Export Profile'];
  expect(data.map((type) => type['name'])).toEqual(names);
});

fact('the description is displayed next to the value in the list', async (stage) => {
  const chq = await amara(stage);
  const { key } = await chq('apiKeys.create', {
    ...exportTasks,
    description: 'Nightly export of tasks',
  });
  expect((await chq('apiKeys.list')).data).toMatchObject([
    { value: `${key.slice(0, 8)}...`, description: 'Nightly export of tasks' },
  ]);
});

fact('every setting of a key can be edited', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', exportTasks);
  const edited = { description: 'Projects', api_types: ['Projects Export'] };
  expect(await chq('apiKeys.update', id, edited)).toMatchObject(edited);
  await expect(stage.as(key)('projects.list')).resolves.toBeDefined();
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(notAllowed);
});

fact('a removed key is gone', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', exportTasks);
  await chq('apiKeys.remove', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  expect((await chq('apiKeys.list')).data).toEqual([]);
});

fact(
  'a copy has a value of its own, since values are kept as hashes and shown once',
  async (stage) => {
    const chq = await amara(stage);
    const first = await chq('apiKeys.create', exportTasks);
    const copy = await chq('apiKeys.copy', first.id);
    expect(copy.key).not.toBe(first.key);
    await stage.as(copy.key)('tasks.list');
    const shown = JSON.stringify((await chq('apiKeys.list')).data) + everythingKept(stage);
    for (const { key } of [first, copy]) expect(shown).not.toContain(key);
  },
);

fact('what an API type opens can be seen from the key', async (stage) => {
  const chq = await amara(stage);
  const [one, all] = [
    await chq('apiKeys.create', exportTasks),
    await chq('apiKeys.create', { is_active: true, allowed_for_all: true }),
  ];
  expect(await chq('apiKeys.get', one.id)).toMatchObject({
    api_types: ['Tasks Export'],
    allowed_for_all: false,
  });
  expect(await chq('apiKeys.get', all.id)).toMatchObject({ allowed_for_all: true });
});

fact('a key manages no keys, whatever it is allowed for', async (stage) => {
  const chq = await amara(stage);
  const { id, key } = await chq('apiKeys.create', { is_active: true, allowed_for_all: true });
  const call = stage.as(key);
  await expect(call('apiKeys.create', { allowed_for_all: true })).rejects.toMatchObject({
    status: 401,
  });
  await expect(call('apiKeys.update', id, { allowed_for_all: true })).rejects.toMatchObject({
    status: 401,
  });
  await expect(call('apiKeys.copy', id)).rejects.toMatchObject({ status: 401 });
});

fact('a session of CHQ opens no API type', async (stage) => {
  await expect((await amara(stage))('tasks.list')).rejects.toMatchObject({ status: 401 });
});

fact('what is not a GUID is refused before anything is sent', async (stage) => {
  expect(() => stage.as('7ea12968-7758-40b6-8c73-75cc99be762')).toThrow(
    expect.objectContaining({ kind: 'configuration', code: 'malformed_key' }),
  );
  expect(stage.mock.requests.entries).toEqual([]);
});
