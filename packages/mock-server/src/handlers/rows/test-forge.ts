import type { Mock } from '../../mock.ts';
import type { MockOptions } from '../../options/mock-options.ts';
import { createMockFromSpec } from '../../spec.ts';
import { forgeDocument } from './test-forge-document.ts';
import type { Json } from './test-shop.ts';

/** A forge with the repository `hello` of whoever calls. */
export interface Forge {
  readonly mock: Mock;
  /** Who calls. */
  readonly login: string;
  /** The path of the repository: `/repos/{login}/hello`. */
  readonly repo: string;
  /** Method and path below the base URL, and what is sent as JSON. */
  readonly call: (target: string, body?: unknown) => Promise<ForgeAnswer>;
}

/** An answer of the forge, read. */
export interface ForgeAnswer {
  readonly status: number;
  // What tests look into is any JSON.
  readonly body: Json;
}

/** Opens a forge. */
export async function openForge(options: MockOptions = {}): Promise<Forge> {
  const mock = await createMockFromSpec(forgeDocument, { seed: 1, ...options });
  const call: Forge['call'] = async (target, body) => {
    const [method = '', path = ''] = target.split(' ');
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers };
    const response = await mock.fetch(mock.baseUrl + path, { method, ...sent });
    const text = await response.text();
    const read: unknown = text === '' ? {} : JSON.parse(text);
    // The tests say what it must be.
    return { status: response.status, body: read as Json };
  };
  const login = String((await call('GET /user')).body['login']);
  await call('POST /user/repos', { name: 'hello' });
  return { mock, login, repo: `/repos/${login}/hello`, call };
}
