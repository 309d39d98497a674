import { basic, bearer } from '@product/client-runtime';
import { expect } from 'vitest';
import { everythingKept, factsOf, type Stage } from './fact.ts';
import { openDialect, overlayOf } from './open-dialect.ts';

const dialect = await openDialect('freesewing', overlayOf('freesewing'));
const fact = factsOf(dialect);
const refused = { kind: 'authentication', status: 401, code: 'authenticationFailed' };
const given = { name: 'Nightly build', level: 3, expiresIn: 3600 };
const YEAR_SECONDS = 31_536_000;

/** A key of a user as the pair that a client is given. */
function pairOf({ mock }: Stage, more: object = {}): string {
  const { id, secret } = mock.keys.create({
    ownerId: 'user_priya',
    level: 4,
    expiresAt: '2026-10-01T00:00:00Z',
    ...more,
  });
  return `${id}:${secret}`;
}

async function signedIn({ as }: Stage, name: string) {
  const { token } = await as()('auth.signIn', {
    username: name,
    password: `mock-password-${name.split('.')[0]}`,
  });
  return as(bearer(token));
}

const priya = (stage: Stage) => signedIn(stage, 'priya.nair@example.com');
const amara = (stage: Stage) => signedIn(stage, 'amara.okafor@example.com');

fact('a key authenticates with basic authentication', async (stage) => {
  const pair = pairOf(stage);
  const authorization = `Basic ${btoa(pair)}`;
  expect((await stage.send('/tasks', { authorization })).status).toBe(200);
  const [key = '', secret = ''] = pair.split(':');
  expect(await stage.as(basic({ key, secret }))('tasks.list')).toMatchObject({
    data: expect.any(Array),
  });
  expect(await stage.as(pair)('tasks.list')).toMatchObject({ data: expect.any(Array) });
});

fact('JSON Web Tokens are the alternative, for people who sign in', async (stage) => {
  const person = await priya(stage);
  expect(await person('tasks.list')).toMatchObject({ data: expect.any(Array) });
  const wrong = stage.as()('auth.signIn', {
    username: 'priya.nair@example.com',
    password: 'guess',
  });
  await expect(wrong).rejects.toMatchObject({ status: 401, code: 'signInFailed' });
});

fact('what deals with keys has an endpoint for keys and one for tokens', async (stage) => {
  const [key, person] = [stage.as(pairOf(stage)), await priya(stage)];
  await expect(key('apiKeys.create', given)).resolves.toMatchObject({ result: 'success' });
  await expect(person('apiKeys.createWithJwt', given)).resolves.toMatchObject({
    result: 'success',
  });
  await expect(person('apiKeys.create', given)).rejects.toMatchObject({ status: 401 });
  await expect(key('apiKeys.createWithJwt', given)).rejects.toMatchObject({ status: 401 });
});

fact('keys are created, read and removed, and tell who they are', async (stage) => {
  const person = await priya(stage);
  const { apikey } = await person('apiKeys.createWithJwt', given);
  const own = stage.as(`${apikey.key}:${apikey.secret}`);
  const shown = { result: 'success', apikey: { key: apikey.key, name: 'Nightly build', level: 3 } };
  expect(await own('apiKeys.whoAmI')).toMatchObject(shown);
  expect(await person('apiKeys.readWithJwt', apikey.key)).toMatchObject(shown);
  expect(await person('apiKeys.whoAmIWithJwt')).toMatchObject({
    account: { id: 'user_priya', role: 'user', level: 4 },
  });
  await person('apiKeys.removeWithJwt', apikey.key);
  await expect(own('apiKeys.whoAmI')).rejects.toMatchObject(refused);
  await expect(person('apiKeys.readWithJwt', apikey.key)).rejects.toMatchObject({
    code: 'notFound',
  });
});

fact('a refusal is a result and a word', async (stage) => {
  const response = await stage.send('/whoami/key');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual({ result: 'error', error: 'authenticationRequired' });
});

fact('a key is shown in full only when it is created', async (stage) => {
  const person = await priya(stage);
  const { apikey } = await person('apiKeys.createWithJwt', given);
  expect(apikey.secret).toMatch(/^mock_[0-9A-Za-z]{40}$/);
  const shown = await person('apiKeys.readWithJwt', apikey.key);
  await stage.as(`${apikey.key}:${apikey.secret}`)('tasks.list');
  const texts = JSON.stringify(shown) + everythingKept(stage);
  const inHeader = btoa(`${apikey.key}:${apikey.secret}`);
  for (const secret of [apikey.secret, inHeader]) expect(texts).not.toContain(secret);
});

fact('keys are immutable', async (stage) => {
  const methods = ['apiKeys.update', 'apiKeys.updateWithJwt', 'apiKeys.rotate'].filter(stage.has);
  expect(methods).toEqual([]);
  const pair = pairOf(stage);
  const response = await stage.send(`/apikeys/${pair.split(':')[0]}`, {
    authorization: `Basic ${btoa(pair)}`,
  });
  expect(response.status).toBe(404);
});

fact('keys have an expiry', async (stage) => {
  const person = await priya(stage);
  const { apikey } = await person('apiKeys.createWithJwt', given);
  const { expiresIn: _, ...endless } = given;
  await expect(person('apiKeys.createWithJwt', endless)).rejects.toMatchObject({ status: 422 });
  stage.mock.clock.advance({ hours: 1 });
  const own = stage.as(`${apikey.key}:${apikey.secret}`);
  await expect(own('tasks.list')).rejects.toMatchObject({ code: 'apikeyExpired' });
});

fact('the maximum validity of a key is one year', async (stage) => {
  const key = stage.as(pairOf(stage));
  await expect(key('apiKeys.create', { ...given, expiresIn: YEAR_SECONDS })).resolves.toBeDefined();
  const longer = key('apiKeys.create', { ...given, expiresIn: YEAR_SECONDS + 1 });
  await expect(longer).rejects.toMatchObject({ code: 'expiresIsHigherThanMaximum' });
});

fact('a key has a permission level', async (stage) => {
  const [reader, writer] = [1, 3].map((level) => stage.as(pairOf(stage, { level })));
  expect(await reader?.('tasks.list')).toMatchObject({ data: expect.any(Array) });
  const refusal = { kind: 'permission', code: 'insufficientAccessLevel' };
  await expect(reader?.('tasks.create', { title: 'No' })).rejects.toMatchObject(refusal);
  expect(await writer?.('tasks.create', { title: 'Yes' })).toMatchObject({ title: 'Yes' });
  await expect(writer?.('projects.create', { name: 'No' })).rejects.toMatchObject(refusal);
});

fact('nobody creates a key with a higher level than their own', async (stage) => {
  const tooHigh = { status: 403, code: 'keyLevelExceedsRoleLevel' };
  const person = await priya(stage); // level 4
  const key = stage.as(pairOf(stage, { level: 3 }));
  await expect(person('apiKeys.createWithJwt', { ...given, level: 5 })).rejects.toMatchObject(
    tooHigh,
  );
  await expect(key('apiKeys.create', { ...given, level: 4 })).rejects.toMatchObject(tooHigh);
  await expect(key('apiKeys.create', { ...given, level: 3 })).resolves.toBeDefined();
});

fact('all keys are revoked when the role is downgraded', async (stage) => {
  const keys = [
    pairOf(stage, { ownerId: 'user_lukas' }),
    pairOf(stage, { ownerId: 'user_lukas', level: 1 }),
  ];
  const other = pairOf(stage);
  await (await amara(stage))('users.update', 'user_lukas', { role: 'user' });
  for (const key of keys) await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  await expect(stage.as(other)('tasks.list')).resolves.toBeDefined();
});

fact('all keys are revoked when the account is locked or blocked', async (stage) => {
  for (const [ownerId, status] of Object.entries({ user_lukas: 'locked', user_priya: 'blocked' })) {
    const key = pairOf(stage, { ownerId });
    await (await amara(stage))('users.update', ownerId, { status });
    await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  }
});

fact('all keys are revoked when the consent is withdrawn', async (stage) => {
  const key = pairOf(stage);
  await (await amara(stage))('users.update', 'user_priya', { consent: false });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
  await (await amara(stage))('users.update', 'user_priya', { consent: true });
  await expect(stage.as(key)('tasks.list')).rejects.toMatchObject(refused);
});

fact('keys are revoked when their use is excessive', async (stage) => {
  const pair = pairOf(stage);
  const ask = () => stage.send('/tasks', { authorization: `Basic ${btoa(pair)}` });
  const statuses = new Set<number>();
  for (let count = 0; count < 125; count += 1) statuses.add((await ask()).status);
  expect([...statuses]).toEqual([200, 429, 401]);
  stage.mock.clock.advance({ hours: 1 });
  expect((await ask()).status).toBe(401);
});

fact('a key of another user is neither seen nor removed', async (stage) => {
  const own = pairOf(stage);
  const id = own.split(':')[0];
  const [lukas, admin] = [await signedIn(stage, 'lukas.brandt@example.com'), await amara(stage)];
  for (const other of [lukas, admin]) {
    await expect(other('apiKeys.readWithJwt', id)).rejects.toMatchObject({ status: 404 });
    await expect(other('apiKeys.removeWithJwt', id)).rejects.toMatchObject({ status: 404 });
  }
  await expect(stage.as(own)('tasks.list')).resolves.toBeDefined();
});

fact('an expired key makes no successor, and a removed key does not come back', async (stage) => {
  const pair = pairOf(stage, { expiresAt: '2025-10-14T11:00:00Z' });
  const removed = pairOf(stage);
  await (await priya(stage))('apiKeys.removeWithJwt', removed.split(':')[0]);
  stage.mock.clock.advance({ hours: 1 });
  await expect(stage.as(pair)('apiKeys.create', given)).rejects.toMatchObject({
    code: 'apikeyExpired',
  });
  await expect(stage.as(removed)('apiKeys.create', given)).rejects.toMatchObject(refused);
});

fact('a key of too low a level does not manage keys', async (stage) => {
  const reader = stage.as(pairOf(stage, { level: 2 }));
  await expect(reader('apiKeys.create', { ...given, level: 2 })).rejects.toMatchObject({
    status: 403,
  });
});

fact('a mistyped secret is refused before anything is sent', async (stage) => {
  const typo = pairOf(stage).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  expect(() => stage.as(typo)).toThrow(expect.objectContaining({ code: 'invalid_key_checksum' }));
  expect(stage.mock.requests.entries).toEqual([]);
});
