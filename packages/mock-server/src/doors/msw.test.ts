import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { type MockBehindMsw, mswHandlers } from './msw.ts';

const seen: string[] = [];

afterEach(() => {
  seen.length = 0;
});

// Stands for the core: it answers what it was asked, so that only the door is under test.
const mock: MockBehindMsw = {
  baseUrl: 'https://api.example.com/v1',
  async fetch(request) {
    const { pathname } = new URL(request.url);
    seen.push(`${request.method} ${pathname}`);
    if (pathname.endsWith('/reset')) throw new TypeError('the connection was reset');
    if (pathname.endsWith('/unknown')) return Response.json({ code: 'not_found' }, { status: 404 });
    const body = await request.text();
    return Response.json({ authorization: request.headers.get('authorization'), body });
  },
};

function listening(): ReturnType<typeof setupServer> {
  const server = setupServer(...mswHandlers(mock));
  server.listen({ onUnhandledFrame: 'error' });
  onTestFinished(() => server.close());
  return server;
}

test('one handler serves every method and path', () => {
  expect(mswHandlers(mock)).toHaveLength(1);
});

test.each(['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])(
  'a %s below the base URL reaches the mock',
  async (method) => {
    listening();
    const response = await fetch('https://api.example.com/v1/tasks/1', { method });
    expect(response.status).toBe(200);
    expect(seen).toEqual([`${method} /v1/tasks/1`]);
  },
);

test('headers and body arrive', async () => {
  listening();
  const response = await fetch('https://api.example.com/v1/tasks', {
    method: 'POST',
    headers: { authorization: 'Bearer abc' },
    body: '{"title":"Ship it"}',
  });
  expect(await response.json()).toEqual({
    authorization: 'Bearer abc',
    body: '{"title":"Ship it"}',
  });
});

test('a path that the document does not know is answered by the mock', async () => {
  listening();
  const response = await fetch('https://api.example.com/v1/unknown');
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ code: 'not_found' });
});

test('a handler of the user comes first, until handlers are reset', async () => {
  const server = listening();
  server.use(http.get('https://api.example.com/v1/tasks', () => HttpResponse.json({ mine: true })));
  const overridden = await fetch('https://api.example.com/v1/tasks');
  expect(await overridden.json()).toEqual({ mine: true });
  const other = await fetch('https://api.example.com/v1/projects');
  expect(await other.json()).toEqual({ authorization: null, body: '' });
  server.resetHandlers();
  const reset = await fetch('https://api.example.com/v1/tasks');
  expect(await reset.json()).toEqual({ authorization: null, body: '' });
});

test.each([
  'https://api.example.com/v2/tasks',
  'https://api.example.com/v10/tasks',
  'https://api.example.com/',
  'https://api.example.com.evil.test/v1/tasks',
  'http://api.example.com/v1/tasks',
  'https://api.example.com:8443/v1/tasks',
])('%s is left to other handlers', async (url) => {
  const server = listening();
  server.resetHandlers(
    ...mswHandlers(mock),
    http.get(url, () => HttpResponse.text('another handler')),
  );
  const response = await fetch(url);
  expect(await response.text()).toBe('another handler');
  expect(seen).toEqual([]);
});

test('the base URL itself belongs to the mock, with or without a slash', async () => {
  listening();
  await fetch('https://api.example.com/v1');
  await fetch('https://api.example.com/v1?limit=2');
  await fetch('https://api.example.com/v1/');
  expect(seen).toEqual(['GET /v1', 'GET /v1', 'GET /v1/']);
});

test('a scripted reset is a network error', async () => {
  listening();
  await expect(fetch('https://api.example.com/v1/reset')).rejects.toBeInstanceOf(TypeError);
});
