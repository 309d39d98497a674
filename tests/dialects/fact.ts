import { type Credential, noCredential } from '@product/client-runtime';
import { listen } from '@product/mock-server/node';
import { setupServer } from 'msw/node';
import { test } from 'vitest';
import type { Answer, Dialect } from './open-dialect.ts';

/** Calls operations by name: `call('apiKeys.create', { name: 'Nightly' })`. */
export type Call = (operation: string, ...input: readonly unknown[]) => Promise<Answer>;

/** A dialect's mock behind one of its doors, and the dialect's client in front of it. */
export interface Stage {
  readonly mock: Dialect['mock'];
  /** A client with a key, with a credential, or with none. */
  readonly as: (who?: string | Credential, options?: object) => Call;
  /** Whether the dialect's client has a method. */
  readonly has: (operation: string) => boolean;
  /** A request that no client would make. */
  readonly send: (path: string, headers?: { readonly [name: string]: string }) => Promise<Response>;
}

type Fact = (title: string, show: (stage: Stage) => Promise<void>) => void;

/**
 * Tests of what a document says of its keys: each is shown over MSW and then over HTTP.
 *
 * @remarks The title is the fact as the dialect's guide tells it; `scripts/check-dialects.ts` compares them.
 */
export function factsOf(dialect: Dialect): Fact {
  return (title, show) =>
    test(title, async () => {
      for (const open of [openMsw, openHttp]) {
        dialect.mock.reset();
        const door = await open(dialect);
        try {
          await show(stageOf(dialect, door.baseUrl));
        } finally {
          await door.close();
        }
      }
    });
}

interface Door {
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

async function openMsw({ mock }: Dialect): Promise<Door> {
  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  return { baseUrl: mock.baseUrl, close: async () => server.close() };
}

async function openHttp({ mock }: Dialect): Promise<Door> {
  const { url, close } = await listen(mock, { port: 0 });
  return { baseUrl: url, close };
}

function stageOf(dialect: Dialect, baseUrl: string): Stage {
  const { mock } = dialect;
  const shared = { baseUrl, clock: mock.clock, retry: { maxAttempts: 1 } };
  const clientOf = (who: string | Credential = noCredential(), options: object = {}) =>
    dialect.createClient({
      ...shared,
      ...(typeof who === 'string' ? { apiKey: who } : { auth: who }),
      ...options,
    });
  return {
    mock,
    as: (who, options) => callOf(clientOf(who, options)),
    has: (operation) => methodOf(clientOf(), operation) !== undefined,
    send: (path, headers = {}) => fetch(baseUrl + path, { headers }),
  };
}

function callOf(client: ReturnType<Dialect['createClient']>): Call {
  return (operation, ...input) => {
    const method = methodOf(client, operation);
    if (method === undefined) throw new TypeError(`cannot call ${operation}: there is none.`);
    return method(...input);
  };
}

function methodOf(client: ReturnType<Dialect['createClient']>, operation: string) {
  const [resource = '', name = ''] = operation.split('.');
  return client[resource]?.[name]?.bind(client[resource]);
}

/** What the mock keeps and shows to whoever looks into it: no key may stand there in full. */
export function everythingKept({ mock }: Stage): string {
  return JSON.stringify([mock.snapshot(), mock.requests.entries, mock.webhooks.deliveries]);
}
