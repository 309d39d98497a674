import { fileURLToPath } from 'node:url';
import type { Mock } from '@product/mock-server';
import { createMockFromSpec } from '@product/mock-server/spec';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { spreadOf } from '../overhead/spread.ts';
import { stripeDocument } from './course.ts';
import type { InProcessRow } from './mock-row.ts';

/** A way to ask, and what has to stand while it is used. */
interface Way {
  readonly ask: () => Promise<unknown>;
  /** Sets up for one round; what it gives takes all down again. */
  readonly open?: () => () => void;
}

const small = fileURLToPath(new URL('documents/tasks.yaml', import.meta.url));
const headers = { authorization: 'Bearer sk_test_mock_bench' };

/** `mock.fetch` beside what `Request` and `Response` cost alone. */
export async function measureFetch(rounds: number): Promise<InProcessRow[]> {
  const mock = await createMockFromSpec(small, { seed: 1 });
  const { url, row } = await makeTask(mock);
  const bare: Way['ask'] = async () => {
    const request = new Request(url, { headers });
    const response = Response.json(row, { headers: { 'x-method': request.method } });
    return response.json();
  };
  const ours: Way['ask'] = async () => (await mock.fetch(url, { headers })).json();
  const ways = { 'Request and Response alone': { ask: bare }, 'mock.fetch': { ask: ours } };
  return inTurns('fetch', ways, { rounds, times: 5000 });
}

/**
 * The mock of Stripe's 468 operations behind msw, beside msw with one handler written by hand.
 *
 * @returns Empty where Stripe's document is not at hand.
 */
export async function measureMsw(rounds: number): Promise<InProcessRow[]> {
  const document = stripeDocument();
  if (document === undefined) return [];
  const mock = await createMockFromSpec(document, { seed: 1 });
  const url = `${mock.baseUrl}/v1/customers`;
  const made = await mock.fetch(url, { method: 'POST', headers });
  const row: unknown = await made.json();
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
  const byHand = http.get('https://hand.example.com/v1/customers/:id', () =>
    HttpResponse.json({ id, object: 'customer' }),
  );
  const one = behind([byHand], `https://hand.example.com/v1/customers/${id}`);
  const ours = behind(mock.handlers, `${url}/${id}`);
  const ways = { 'one handler by hand': one, 'ours, 468 operations': ours };
  return inTurns('msw', ways, { rounds, times: 150 });
}

// Each round has msw to itself: two interceptors at once would measure each other.
function behind(handlers: Mock['handlers'], url: string): Way {
  return {
    ask: async () => (await fetch(url, { headers })).text(),
    open: () => {
      const server = setupServer(...handlers);
      server.listen({ onUnhandledFrame: 'error' });
      return () => server.close();
    },
  };
}

async function inTurns(
  table: InProcessRow['table'],
  ways: Readonly<Record<string, Way>>,
  { rounds, times }: { readonly rounds: number; readonly times: number },
): Promise<InProcessRow[]> {
  const found = new Map(Object.keys(ways).map((name) => [name, [] as number[]] as const));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, { ask, open }] of Object.entries(ways)) {
      const close = open?.();
      const us = await timeOf(ask, times);
      close?.();
      // The first round warms up.
      if (round >= 0) found.get(name)?.push(us);
    }
  }
  const [first = []] = [...found.values()];
  return [...found].map(([name, figures]) => ({
    kind: 'in-process',
    table,
    name,
    us: spreadOf(figures),
    ratio: spreadOf(figures.map((us, at) => us / (first[at] ?? us))),
  }));
}

async function timeOf(ask: Way['ask'], times: number): Promise<number> {
  const startedAt = performance.now();
  for (let time = 0; time < times; time += 1) await ask();
  return (1000 * (performance.now() - startedAt)) / times;
}

async function makeTask(mock: Mock): Promise<{ readonly url: string; readonly row: unknown }> {
  const made = await mock.fetch(`${mock.baseUrl}/tasks`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Ship it', labels: ['release'], priority: 1 }),
  });
  const row: unknown = await made.json();
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
  return { url: `${mock.baseUrl}/tasks/${id}`, row };
}
