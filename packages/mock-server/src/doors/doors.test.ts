import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { Mock } from '../mock.ts';
import { listen } from '../node/listen.ts';

interface Door {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

const doors: { readonly [name: string]: (mock: Mock) => Door | Promise<Door> } = {
  'mock.fetch': (mock) => ({ baseUrl: mock.baseUrl, fetch: mock.fetch }),
  msw: (mock) => {
    const server = setupServer(...mock.handlers);
    server.listen({ onUnhandledFrame: 'error' });
    onTestFinished(() => server.close());
    return { baseUrl: mock.baseUrl, fetch };
  },
  HTTP: async (mock) => {
    const { url, close } = await listen(mock, { port: 0 });
    onTestFinished(close);
    return { baseUrl: url, fetch };
  },
};

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly key?: boolean;
}

const calls: readonly Call[] = [
  { method: 'GET', path: '/tasks?limit=2' },
  { method: 'GET', path: '/tasks?limit=0' },
  { method: 'HEAD', path: '/tasks' },
  { method: 'POST', path: '/tasks', body: '{"title":"Ship it"}' },
  { method: 'POST', path: '/tasks', body: '{"title":' },
  { method: 'POST', path: '/tasks', body: '{}' },
  { method: 'POST', path: '/tasks', body: ' '.repeat(1_048_577) },
  { method: 'DELETE', path: '/tasks' },
  { method: 'GET', path: '/nowhere' },
  { method: 'GET', path: '/tasks/%zz' },
  { method: 'GET', path: '/tasks', key: false },
];

// What a transport adds of its own.
const transport = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

async function answers(name: string): Promise<unknown[]> {
  const mock = createMock({ seed: 1 });
  const door = await doors[name]!(mock);
  const { secret } = mock.keys.create();
  const seen: unknown[] = [];
  for (const { method, path, body, key = true } of calls) {
    const response = await door.fetch(door.baseUrl + path, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${secret}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const headers = [...response.headers].filter(([header]) => !transport.includes(header));
    seen.push({ status: response.status, headers, body: await response.text() });
  }
  return seen;
}

test.each(['msw', 'HTTP'])('%s gives the same bytes as mock.fetch', async (name) => {
  expect(await answers(name)).toEqual(await answers('mock.fetch'));
});

test.each(Object.keys(doors))('a scripted reset is a TypeError behind %s', async (name) => {
  const mock = createMock({ seed: 1 });
  const door = await doors[name]!(mock);
  mock.faults.add({ operation: 'tasks.list', error: 'reset' });
  await expect(door.fetch(`${door.baseUrl}/tasks`)).rejects.toBeInstanceOf(TypeError);
  expect((await door.fetch(`${door.baseUrl}/tasks`)).status).toBe(401);
  expect(mock.requests.entries.map(({ status }) => status)).toEqual([0, 401]);
});
