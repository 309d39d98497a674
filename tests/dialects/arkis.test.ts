import { expect } from 'vitest';
import { everythingKept, factsOf, type Stage } from './fact.ts';
import { openDialect, overlayOf } from './open-dialect.ts';

const dialect = await openDialect('arkis', overlayOf('arkis'));
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'invalid_api_key' };
const given = { name: 'Reports', permissions: ['tasks:read'], expires_in_days: 30 };

/** A key with all permissions, of an administrator of the organisation or of someone else. */
const keyOf = ({ mock }: Stage, ownerId = 'user_amara') => mock.keys.create({ ownerId });

fact('the key is included in the Authorization header of every request', async (stage) => {
  const { secret } = keyOf(stage);
  expect((await stage.send('/tasks', { authorization: `Bearer ${secret}` })).status).toBe(200);
  expect((await stage.send('/tasks')).status).toBe(401);
  expect(await stage.as(secret)('tasks.list')).toMatchObject({ data: expect.any(Array) });
});

fact('a key has a name', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  expect(await call('apiKeys.create', given)).toMatchObject({ name: 'Reports' });
  const { name: _, ...nameless } = given;
  await expect(call('apiKeys.create', nameless)).rejects.toMatchObject({ kind: 'validation' });
});

fact('the expiry is one of the predefined options or a custom date', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { expires_in_days: _, ...bare } = given;
  for (const days of [7, 30, 60, 90]) {
    const until = new Date(stage.mock.clock.now() + days * 86_400_000).toISOString();
    const made = await call('apiKeys.create', { ...bare, expires_in_days: days });
    expect(Date.parse(String(made['expires_at']))).toBe(Date.parse(until));
  }
  const dated = await call('apiKeys.create', { ...bare, expires_at: '2026-02-03T00:00:00Z' });
  expect(dated['expires_at']).toBe('2026-02-03T00:00:00Z');
  for (const wrong of [{}, { expires_in_days: 8 }, { expires_at: '2020-01-01T00:00:00Z' }])
    await expect(call('apiKeys.create', { ...bare, ...wrong })).rejects.toMatchObject({
      status: 422,
    });
});

fact('a key expires when it was said to', async (stage) => {
  const { key } = await stage.as(keyOf(stage).secret)('apiKeys.create', given);
  stage.mock.clock.advance({ days: 29 });
  await stage.as(key)('tasks.list');
  stage.mock.clock.advance({ days: 1 });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject({ code: 'expired_api_key' });
});

fact('the permissions of a key are chosen', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { key } = await call('apiKeys.create', given);
  expect(await stage.as(key)('tasks.list')).toMatchObject({ data: expect.any(Array) });
  const lacking = { kind: 'permission', code: 'insufficient_scope' };
  await expect(stage.as(key)('projects.list')).rejects.toMatchObject(lacking);
  await expect(call('apiKeys.create', { ...given, permissions: [] })).rejects.toMatchObject({
    status: 422,
  });
});

fact('the token is displayed only once', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { id, key } = await call('apiKeys.create', given);
  expect(key).toMatch(/^mock_[0-9A-Za-z]{40}$/);
  const shown = [await call('apiKeys.get', id), (await call('apiKeys.list')).data];
  await stage.as(key)('tasks.list');
  expect(JSON.stringify(shown) + everythingKept(stage)).not.toContain(key);
});

fact('a lost or compromised token must be revoked by hand', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { id, key } = await call('apiKeys.create', given);
  expect(['apiKeys.rotate', 'apiKeys.update'].filter(stage.has)).toEqual([]);
  await call('apiKeys.revoke', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
});

fact('only organization admins revoke a key', async (stage) => {
  const manager = stage.as(keyOf(stage, 'user_lukas').secret);
  const { id, key } = await manager('apiKeys.create', given);
  await expect(manager('apiKeys.revoke', id)).rejects.toMatchObject({
    status: 403,
    code: 'not_manager',
  });
  await stage.as(key)('tasks.list');
  expect(await stage.as(keyOf(stage).secret)('apiKeys.revoke', id)).toMatchObject({
    status: 'revoked',
  });
});

fact('a key is found by its name', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { id } = await call('apiKeys.create', given);
  await call('apiKeys.create', { ...given, name: 'Import' });
  expect((await call('apiKeys.list', { name: 'report' })).data.map((one) => one.id)).toEqual([id]);
});

fact('a key is found by its tail, its last six characters', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const { id, key } = await call('apiKeys.create', given);
  const { data } = await call('apiKeys.list', { tail: key.slice(-6) });
  expect(data).toMatchObject([{ id, tail: key.slice(-6) }]);
});

fact('no key grants what it lacks', async (stage) => {
  const small = stage.as(stage.mock.keys.create({ permissions: ['tasks:read'] }).secret);
  const more = { ...given, permissions: ['admin:*'] };
  await expect(small('apiKeys.create', more)).rejects.toMatchObject({ code: 'insufficient_scope' });
});

fact('an expired key extends nothing, and a revoked key makes nothing', async (stage) => {
  const call = stage.as(keyOf(stage).secret);
  const [expired, revoked] = [await call('apiKeys.create', given), keyOf(stage)];
  stage.mock.keys.revoke(revoked.id);
  stage.mock.clock.advance({ days: 31 });
  await expect(stage.as(expired.key)('apiKeys.create', given)).rejects.toMatchObject({
    code: 'expired_api_key',
  });
  await expect(stage.as(revoked.secret)('apiKeys.create', given)).rejects.toMatchObject(refused);
  expect(stage.has('apiKeys.update')).toBe(false);
});

fact('a mistyped key is refused before anything is sent', async (stage) => {
  const typo = keyOf(stage).secret.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  expect(() => stage.as(typo)).toThrow(expect.objectContaining({ code: 'invalid_key_checksum' }));
  expect(stage.mock.requests.entries).toEqual([]);
});
