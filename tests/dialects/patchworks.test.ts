import { bearer } from '@product/client-runtime';
import { expect } from 'vitest';
import { everythingKept, factsOf, type Stage } from './fact.ts';
import { openDialect, overlayOf } from './open-dialect.ts';

const dialect = await openDialect('patchworks', overlayOf('patchworks'));
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'invalid_api_key' };

const firstKey = ({ mock }: Stage) => mock.keys.create({ ownerId: 'user_lukas' });

async function signedIn({ as }: Stage, name: string) {
  const form = {
    grant_type: 'password',
    username: name,
    password: `mock-password-${name.split('.')[0]}`,
  };
  const { access_token: token } = await as()('oauth.token', form);
  return as(bearer(String(token)));
}

fact('a request is authenticated with dashboard credentials or with an API key', async (stage) => {
  const person = await signedIn(stage, 'lukas.brandt@example.com');
  const script = stage.as(firstKey(stage).secret);
  expect(await person('tasks.list')).toMatchObject({ data: expect.any(Array) });
  expect(await script('tasks.list')).toMatchObject({ data: expect.any(Array) });
  await expect(stage.as()('tasks.list')).rejects.toMatchObject({ code: 'missing_credentials' });
});

fact('people at manager level and above generate and manage keys, others do not', async (stage) => {
  for (const name of ['lukas.brandt@example.com', 'amara.okafor@example.com']) {
    const manager = await signedIn(stage, name);
    const { id } = await manager('apiKeys.create');
    expect(await manager('apiKeys.revoke', id)).toMatchObject({ status: 'revoked' });
  }
  const member = await signedIn(stage, 'priya.nair@example.com');
  const notManager = { kind: 'permission', code: 'not_manager' };
  await expect(member('apiKeys.create')).rejects.toMatchObject(notManager);
  await expect(member('apiKeys.list')).rejects.toMatchObject(notManager);
  await expect(member('apiKeys.delete', firstKey(stage).id)).rejects.toMatchObject(notManager);
});

fact('a key carries the manager role', async (stage) => {
  const [member, ofMember] = [
    await signedIn(stage, 'priya.nair@example.com'),
    stage.as(stage.mock.keys.create({ ownerId: 'user_priya' }).secret),
  ];
  const project = { name: 'Spring' };
  expect(await ofMember('projects.create', project)).toMatchObject(project);
  await expect(member('projects.create', project)).rejects.toMatchObject({ kind: 'permission' });
});

fact('a key belongs to the company, not to the person who made it', async (stage) => {
  const lukas = await signedIn(stage, 'lukas.brandt@example.com');
  const amara = await signedIn(stage, 'amara.okafor@example.com');
  const { id, key } = await lukas('apiKeys.create');
  expect(await amara('apiKeys.get', id)).toMatchObject({ company_id: 'company_acme' });
  await amara('users.update', 'user_lukas', { role: 'member' });
  expect(await stage.as(key)('tasks.list')).toMatchObject({ data: expect.any(Array) });
});

fact('a company has as many keys as it wants', async (stage) => {
  const call = stage.as(firstKey(stage).secret, { rateLimit: { maxWaitMs: 600_000 } });
  const made = new Set<unknown>();
  for (let count = 0; count < 150; count += 1) made.add((await call('apiKeys.create')).key);
  expect(made.size).toBe(150);
});

fact('a key is generated at one click and can then be copied', async (stage) => {
  const call = stage.as(firstKey(stage).secret);
  const { id, key } = await call('apiKeys.create');
  expect(key).toMatch(/^mock_[0-9A-Za-z]{40}$/);
  expect(await call('apiKeys.get', id)).toMatchObject({ tail: key.slice(-6) });
  await stage.as(key)('tasks.list');
  const shown = [await call('apiKeys.get', id), (await call('apiKeys.list')).data];
  expect(JSON.stringify(shown) + everythingKept(stage)).not.toContain(key);
});

fact('keys do not expire', async (stage) => {
  const { id, secret } = firstKey(stage);
  stage.mock.clock.advance({ days: 3650 });
  expect(await stage.as(secret)('apiKeys.get', id)).not.toHaveProperty('expires_at');
});

fact('a revoked key fails at once and stays in the list with the time of it', async (stage) => {
  const call = stage.as(firstKey(stage).secret);
  const { id, key } = await call('apiKeys.create');
  await stage.as(key)('tasks.list');
  await call('apiKeys.revoke', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  const listed = (await call('apiKeys.list')).data.find((one) => one.id === id);
  expect(listed).toMatchObject({ status: 'revoked', revoked_at: expect.stringMatching(/^2025-/) });
});

fact('a deleted key fails at once and is removed entirely', async (stage) => {
  const call = stage.as(firstKey(stage).secret);
  const { id, key } = await call('apiKeys.create');
  await call('apiKeys.delete', id);
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  expect((await call('apiKeys.list')).data.map((one) => one.id)).not.toContain(id);
  await expect(call('apiKeys.get', id)).rejects.toMatchObject({ code: 'not_found' });
});

fact('a key is passed as the authorization value of every request, as it is', async (stage) => {
  const { secret } = firstKey(stage);
  const statusOf = async (authorization: string) =>
    (await stage.send('/tasks', { authorization })).status;
  expect([await statusOf(secret), await statusOf(`Bearer ${secret}`)]).toEqual([200, 401]);
});

fact('a key cannot do what only an administrator may', async (stage) => {
  const promote = ['users.update', 'user_lukas', { role: 'admin' }] as const;
  const refusal = { kind: 'permission', status: 403 };
  const call = stage.as(stage.mock.keys.create({ ownerId: 'user_amara' }).secret);
  await expect(call(...promote)).rejects.toMatchObject(refusal);
  const made = await call('apiKeys.create');
  await expect(stage.as(made.key)(...promote)).rejects.toMatchObject(refusal);
  expect(['apiKeys.update', 'apiKeys.rotate'].filter(stage.has)).toEqual([]);
  const amara = await signedIn(stage, 'amara.okafor@example.com');
  expect(await amara(...promote)).toMatchObject({ role: 'admin' });
});

fact('a key of another company is neither seen nor changed', async (stage) => {
  const own = firstKey(stage);
  const nora = await signedIn(stage, 'nora.lindqvist@example.org');
  const gone = { kind: 'not-found', status: 404 };
  expect((await nora('apiKeys.list')).data).toEqual([]);
  await expect(nora('apiKeys.get', own.id)).rejects.toMatchObject(gone);
  await expect(nora('apiKeys.revoke', own.id)).rejects.toMatchObject(gone);
  await expect(nora('apiKeys.delete', own.id)).rejects.toMatchObject(gone);
  expect(await stage.as(own.secret)('tasks.list')).toMatchObject({ data: expect.any(Array) });
});

fact(
  'a revoked key makes no new keys, and is told apart from an unknown one by nothing',
  async (stage) => {
    const own = firstKey(stage);
    stage.mock.keys.revoke(own.id);
    await expect(stage.as(own.secret)('apiKeys.create')).rejects.toMatchObject(refused);
    const bodies = [own.secret, `${own.secret.slice(0, -7)}0${own.secret.slice(-6)}`].map(
      async (authorization) => {
        const { request_id: _, ...body } = await (
          await stage.send('/tasks', { authorization })
        ).json();
        return body;
      },
    );
    const [known, unknown] = await Promise.all(bodies);
    expect(known).toEqual(unknown);
  },
);

fact('a mistyped key is refused before anything is sent', async (stage) => {
  const { secret } = firstKey(stage);
  const typo = secret.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  expect(() => stage.as(typo)).toThrow(
    expect.objectContaining({ kind: 'configuration', code: 'invalid_key_checksum' }),
  );
  expect(() => stage.as(secret.slice(1))).toThrow(
    expect.objectContaining({ code: 'malformed_key' }),
  );
  expect(stage.mock.requests.entries).toEqual([]);
});
