import { ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { setupServer } from 'msw/node';
import type { Exchange } from './check-exchange.ts';
import type { CaseContext } from './operation-cases.ts';

/** A client and a mock joined by one way in, with everything that crosses it. */
export interface OpenDoor extends CaseContext {
  /** Every request and its answer, in order. */
  readonly exchanges: Exchange[];
  /** A raw call that passes through the same door and is recorded too. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** The ways from the SDK to the mock that must give the same answers. */
export const doors: Readonly<Record<string, () => Promise<OpenDoor>>> = {
  MSW: async () => {
    const mock = createMock({ seed: 1 });
    const server = setupServer(...mock.handlers);
    server.listen({ onUnhandledFrame: 'error' });
    return join(mock, mock.baseUrl, async () => server.close());
  },
  HTTP: async () => {
    const mock = createMock({ seed: 1 });
    const { url, close } = await listen(mock, { port: 0 });
    return join(mock, url, close);
  },
};

function join(mock: CaseContext['mock'], baseUrl: string, close: () => Promise<void>): OpenDoor {
  const exchanges: Exchange[] = [];
  const record = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const kept = request.clone();
    const response = await globalThis.fetch(request);
    const pathname = new URL(kept.url).pathname.slice(new URL(baseUrl).pathname.length);
    exchanges.push({ request: kept, response: response.clone(), pathname });
    return response;
  };
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  const client = new ProductClient({
    apiKey: key.secret,
    baseUrl,
    fetch: record,
    clock: mock.clock,
    retry: { maxAttempts: 1 },
  });
  const fetch = (path: string, init?: RequestInit) => record(`${baseUrl}${path}`, init);
  return { client, mock, key, exchanges, fetch, close };
}
