import { expect, test } from 'vitest';
import { typeCheck } from '../../packages/codegen/src/testing/type-check.ts';
import { generateClient, overlayOf } from './open-dialect.ts';

const SLOW_MS = 180_000; // the compiler reads the runtime and the standard library first

/** What the compiler says of a generated client and of code that uses it, and the client's profile. */
async function check(name: string, use: string) {
  const files = await generateClient(name, overlayOf(name));
  const profile = files.find(({ path }) => path === 'profile.ts')?.content;
  return { faults: typeCheck(files, [{ path: 'use.ts', content: use }]), profile };
}

// Every line after the first is what a user could write; the last ones say what is not there.
test(
  'the generated client of Patchworks sends the key as it is, and has its methods only',
  async () => {
    const use = `import type { ApiKeys, DialectClient } from './index.ts';
export async function use(client: DialectClient): Promise<string> {
  const { id, key } = await client.apiKeys.create();
  await client.apiKeys.delete(id);
  return key;
}
export const gone: Extract<keyof ApiKeys, 'update' | 'rotate'> extends never ? true : false = true;
type Key = Awaited<ReturnType<ApiKeys['get']>>;
export const endless: Extract<keyof Key, 'expires_at' | 'permissions'> extends never ? true : false = true;
`;
    const { faults, profile } = await check('patchworks', use);
    expect(faults).toEqual([]);
    expect(profile).toContain('credential: checked(rawAuthorization');
  },
  SLOW_MS,
);

test(
  'the generated client of Arkis takes a name, permissions and an expiry',
  async () => {
    const use = `import type { ApiKeyCreate, ApiKeys, DialectClient } from './index.ts';
export async function use(client: DialectClient): Promise<string> {
  const create: ApiKeyCreate = { name: 'Reports', permissions: ['tasks:read'], expires_in_days: 30 };
  await client.apiKeys.list({ name: 'Reports' });
  return (await client.apiKeys.create(create)).tail;
}
export const gone: Extract<keyof ApiKeys, 'update' | 'rotate'> extends never ? true : false = true;
`;
    const { faults, profile } = await check('arkis', use);
    expect(faults).toEqual([]);
    expect(profile).toContain('credential: checked(bearer');
  },
  SLOW_MS,
);

test(
  'the generated client of FreeSewing asks for a pair, and answers results',
  async () => {
    const use = `import { type ApiKeys, DialectClient, basic } from './index.ts';
export async function use(): Promise<'success'> {
  const client = new DialectClient({ auth: basic({ key: 'a', secret: 'b' }) });
  const { result, apikey } = await client.apiKeys.create({ name: 'CI', level: 3, expiresIn: 3600 });
  const own: string = apikey.secret;
  return own ? result : result;
}
export const gone: Extract<keyof ApiKeys, 'update' | 'rotate'> extends never ? true : false = true;
`;
    const { faults, profile } = await check('freesewing', use);
    expect(faults).toEqual([]);
    expect(profile).toContain('credential: checked(basic');
    expect(profile).toContain("readError: errorAt({ code: '/error' })");
  },
  SLOW_MS,
);

test(
  'the generated client of Teamwork sends the key in its header, and has its methods only',
  async () => {
    const use = `import type { ApiKeys, DialectClient } from './index.ts';
export async function use(client: DialectClient): Promise<string> {
  await client.apiTypes.list({ query: 'Export' });
  const { id } = await client.apiKeys.create({ is_active: true, api_types: ['Tasks Export'] });
  return (await client.apiKeys.copy(id)).key;
}
export const gone: Extract<keyof ApiKeys, 'rotate' | 'current'> extends never ? true : false = true;
`;
    const { faults, profile } = await check('teamwork', use);
    expect(faults).toEqual([]);
    expect(profile).toContain("header('X-API-Key', key)");
  },
  SLOW_MS,
);
