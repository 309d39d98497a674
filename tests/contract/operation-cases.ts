import type { ProductClient } from '@product/api-client';
import type { Mock } from '@product/mock-server';

/** What a case may use: a client whose key may do everything, and the mock it talks to. */
export interface CaseContext {
  readonly client: ProductClient;
  readonly mock: Mock;
  /** The key that the client uses. */
  readonly key: { readonly id: string; readonly secret: string };
}

/** One call of one operation by the generated SDK; it must resolve. */
export type OperationCase = (context: CaseContext) => Promise<unknown>;

/** One case for each operation of the document, by operationId. */
export const operationCases: Readonly<Record<string, OperationCase>> = {
  'apiKeys.list': ({ client }) => client.apiKeys.list({ status: 'active', limit: 5 }),
  'apiKeys.create': ({ client }) =>
    client.apiKeys.create({ name: 'Nightly export', permissions: ['tasks:read'] }),
  'apiKeys.get': ({ client, key }) => client.apiKeys.get(key.id),
  'apiKeys.update': async ({ client }) =>
    client.apiKeys.update(await newKey(client), { name: 'Nightly export, renamed' }),
  'apiKeys.revoke': async ({ client }) => {
    await client.apiKeys.revoke(await newKey(client));
    await client.apiKeys.revoke(await newKey(client), { permanent: true });
  },
  'apiKeys.rotate': async ({ client }) =>
    client.apiKeys.rotate(await newKey(client), { grace_period_seconds: 3600 }),
  'apiKeys.current': ({ client }) => client.apiKeys.current(),

  'tasks.list': ({ client }) => client.tasks.list({ status: 'open', limit: 2 }),
  'tasks.create': ({ client }) =>
    client.tasks.create({ title: 'Ship it', priority: 'high', labels: ['release'] }),
  'tasks.get': async ({ client }) => client.tasks.get(await newTask(client)),
  'tasks.update': async ({ client }) =>
    client.tasks.update(await newTask(client), { status: 'done' }),
  'tasks.delete': async ({ client }) => client.tasks.delete(await newTask(client)),

  'projects.list': ({ client }) => client.projects.list({ limit: 2 }),
  'projects.create': ({ client }) => client.projects.create({ name: 'Website' }),
  'projects.get': async ({ client }) => client.projects.get(await newProject(client)),
  'projects.update': async ({ client }) =>
    client.projects.update(await newProject(client), { name: 'Website, renamed' }),
  'projects.delete': async ({ client }) => client.projects.delete(await newProject(client)),

  'users.list': ({ client }) => client.users.list({ limit: 2 }),
  'users.get': async ({ client }) => client.users.get(await firstUser(client)),
  'users.update': async ({ client }) =>
    client.users.update(await firstUser(client), { name: 'Ada King' }),
  'users.me': ({ client }) => client.users.me(),

  'rateLimit.get': ({ client }) => client.rateLimit.get(),

  'webhookEndpoints.list': ({ client }) => client.webhookEndpoints.list(),
  'webhookEndpoints.create': ({ client }) => client.webhookEndpoints.create(endpoint),
  'webhookEndpoints.get': async ({ client }) =>
    client.webhookEndpoints.get(await newEndpoint(client)),
  'webhookEndpoints.update': async ({ client }) =>
    client.webhookEndpoints.update(await newEndpoint(client), { events: ['task.deleted'] }),
  'webhookEndpoints.delete': async ({ client }) =>
    client.webhookEndpoints.delete(await newEndpoint(client)),
  'webhookEndpoints.test': async ({ client }) =>
    client.webhookEndpoints.test(await newEndpoint(client)),
  'webhookEndpoints.rotateSecret': async ({ client }) =>
    client.webhookEndpoints.rotateSecret(await newEndpoint(client)),

  'oauth.token': async ({ client, key }) => {
    const grant = {
      grant_type: 'client_credentials',
      client_id: key.id,
      client_secret: key.secret,
    };
    const token = await client.oauth.token({ ...grant, grant_type: 'client_credentials' });
    if (token.refresh_token === undefined) return token;
    return client.oauth.token({
      ...grant,
      grant_type: 'refresh_token',
      refresh_token: token.refresh_token,
    });
  },
};

const endpoint = { url: 'https://example.com/hooks', events: ['task.created' as const] };

async function newKey(client: ProductClient): Promise<string> {
  return (await client.apiKeys.create({ name: 'Short-lived', permissions: ['tasks:read'] })).id;
}

async function newTask(client: ProductClient): Promise<string> {
  return (await client.tasks.create({ title: 'Short-lived' })).id;
}

async function newProject(client: ProductClient): Promise<string> {
  return (await client.projects.create({ name: 'Short-lived' })).id;
}

async function newEndpoint(client: ProductClient): Promise<string> {
  return (await client.webhookEndpoints.create(endpoint)).id;
}

async function firstUser(client: ProductClient): Promise<string> {
  const page = await client.users.list({ limit: 1 });
  const user = page.data[0];
  if (user === undefined) throw new Error('cannot take a user: the mock has none.');
  return user.id;
}
