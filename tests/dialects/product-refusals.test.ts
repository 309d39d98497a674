import { expect } from 'vitest';
import { factsOf, type Stage } from './fact.ts';
import { openDialect } from './open-dialect.ts';

const dialect = await openDialect('product-refusals');
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'invalid_api_key' };
const forbidden = { kind: 'permission', status: 403, code: 'insufficient_scope' };

const adminOf = ({ mock, as }: Stage) =>
  as(mock.keys.create({ mode: 'live', plan: 'enterprise' }).secret);

fact(
  'an unknown, an expired, a revoked and a malformed key are refused with 401',
  async ({ mock, send }) => {
    const expired = mock.keys.create({ expiresAt: '2025-10-14T10:30:01Z' });
    const revoked = mock.keys.create();
    mock.keys.revoke(revoked.id);
    mock.clock.advance({ minutes: 1 });
    const unknown = revoked.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const answers = [unknown, expired.secret, revoked.secret, 'abc123'].map(async (key) => {
      const response = await send('/tasks', { authorization: `Bearer ${key}` });
      return [response.status, (await response.json()).code];
    });
    expect(await Promise.all(answers)).toEqual([
      [401, 'invalid_api_key'],
      [401, 'expired_api_key'],
      [401, 'invalid_api_key'],
      [401, 'malformed_credentials'],
    ]);
  },
);

fact('a key without the permission is refused with 403 until it is added', async (stage) => {
  const admin = adminOf(stage);
  const { id, key } = await admin('apiKeys.create', { name: 'App' });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(forbidden);
  await admin('apiKeys.update', id, { permissions: ['tasks:read'] });
  await expect(stage.as(key)('tasks.list')).resolves.toBeDefined();
});

fact(
  'a call over the limit is refused with 429, and works again after the reset',
  async (stage) => {
    const { secret } = stage.mock.keys.create({ plan: 'free' });
    for (let count = 0; count < 100; count += 1)
      await stage.send('/tasks', { authorization: `Bearer ${secret}` });
    const over = await stage.send('/tasks', { authorization: `Bearer ${secret}` });
    expect(over.status).toBe(429);
    stage.mock.clock.advance({ seconds: Number(over.headers.get('retry-after')) });
    await expect(stage.as(secret)('tasks.list')).resolves.toBeDefined();
  },
);

fact('no key grants what it lacks', async (stage) => {
  const small = stage.as(
    stage.mock.keys.create({ mode: 'live', permissions: ['tasks:read'] }).secret,
  );
  await expect(
    small('apiKeys.create', { name: 'More', permissions: ['admin:*'] }),
  ).rejects.toMatchObject(forbidden);
  const [{ id } = { id: '' }] = stage.mock.keys.list();
  await expect(small('apiKeys.update', id, { permissions: ['admin:*'] })).rejects.toMatchObject(
    forbidden,
  );
  await expect(small('apiKeys.list')).rejects.toMatchObject(forbidden);
});

fact('a test key neither sees, changes nor makes a live key', async (stage) => {
  const live = stage.mock.keys.create({ mode: 'live' });
  const sandbox = stage.as(stage.mock.keys.create({ mode: 'test' }).secret);
  expect((await sandbox('apiKeys.list')).data.map(({ id }) => id)).not.toContain(live.id);
  await expect(sandbox('apiKeys.get', live.id)).rejects.toMatchObject({ status: 404 });
  await expect(sandbox('apiKeys.revoke', live.id)).rejects.toMatchObject({ status: 404 });
  await expect(sandbox('apiKeys.create', { name: 'Live', mode: 'live' })).rejects.toMatchObject({
    status: 403,
  });
});

fact('an expired key does not extend itself, and a revoked key is not rotated', async (stage) => {
  const expired = stage.mock.keys.create({ mode: 'live', expiresAt: '2025-10-14T10:30:01Z' });
  const revoked = stage.mock.keys.create({ mode: 'live' });
  stage.mock.keys.revoke(revoked.id);
  stage.mock.clock.advance({ minutes: 1 });
  const extended = stage.as(expired.secret)('apiKeys.update', expired.id, { expires_at: null });
  await expect(extended).rejects.toMatchObject({ code: 'expired_api_key' });
  await expect(stage.as(revoked.secret)('apiKeys.rotate', revoked.id)).rejects.toMatchObject(
    refused,
  );
  await expect(adminOf(stage)('apiKeys.rotate', revoked.id)).rejects.toMatchObject({ status: 409 });
});

fact('a mistyped key is refused before anything is sent', async (stage) => {
  const { secret } = stage.mock.keys.create();
  const typo = secret.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  const misspelled = expect.objectContaining({ code: 'invalid_key_checksum' });
  expect(() => stage.as(typo)).toThrow(misspelled);
  expect(() => stage.as(typo)).not.toThrow(
    expect.objectContaining({ message: expect.stringContaining(typo) }),
  );
  expect(stage.mock.requests.entries).toEqual([]);
});
