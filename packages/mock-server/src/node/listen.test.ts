import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { ListenError } from './listen-error.ts';
import { closing, deferred, dial, head, ok, serve, speak } from './test-door.ts';

test('the url can be used as a base URL, and names the port that was bound', async () => {
  const { url, port, consoleUrl } = await serve();
  expect(port).toBeGreaterThan(0);
  expect(url).toBe(`http://127.0.0.1:${port}/v1`);
  expect(consoleUrl).toBe(`http://127.0.0.1:${port}/__mock`);
});

test('method, path, headers, body and address reach the mock', async () => {
  const { url, seen } = await serve();
  const response = await fetch(`${url}/tasks?limit=2`, { method: 'POST', body: '{"a":"é"}' });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-request-id')).toBe('req_1');
  expect(await response.text()).toBe('fine');
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/tasks?limit=2' });
  expect(seen[0]!.remoteAddress).toBe('127.0.0.1');
  expect(new TextDecoder().decode(seen[0]!.body)).toBe('{"a":"é"}');
});

test('a scripted reset breaks the connection off', async () => {
  const { url } = await serve(() => ({ fault: 'reset' }));
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
});

test('HEAD has the headers of the answer and no body', async () => {
  const { port } = await serve(() => ({
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: undefined,
  }));
  const answer = await speak(port, head(['HEAD /v1/tasks HTTP/1.1', ...closing]));
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*Content-Type: application\/json/);
  expect(answer).toMatch(/\r\n\r\n$/);
});

test('a header with several values is sent several times', async () => {
  const { port } = await serve(() => ({
    status: 200,
    headers: { 'X-Many': ['one', 'two'] },
    body: 'fine',
  }));
  const answer = await speak(port, head(['GET /v1/tasks HTTP/1.1', ...closing]));
  expect(answer).toContain('X-Many: one\r\nX-Many: two\r\n');
});

test('a mock that throws is a 500 without a word about its inside', async () => {
  const { url } = await serve(() => {
    throw new Error('secret inside');
  });
  const response = await fetch(url);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret inside|\.ts|at /);
});

test('an answer that HTTP cannot carry becomes a 500', async () => {
  const headers = { 'X-Fine': 'a', 'X-Bad': 'a\r\nb: c' };
  const { url } = await serve(() => ({ status: 200, headers, body: 'fine' }));
  const response = await fetch(url);
  expect(response.status).toBe(500);
  expect(response.headers.get('x-fine')).toBeNull();
});

test('a preflight is answered without asking the mock', async () => {
  const { url, seen } = await serve();
  const response = await fetch(`${url}/tasks`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example.com',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization, idempotency-key',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  expect(response.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(response.headers.get('access-control-allow-headers')).toBe(
    'authorization, idempotency-key',
  );
  expect(seen).toEqual([]);
});

test.each([
  ['QUERY', 'GET, HEAD, POST, PUT, PATCH, DELETE, QUERY'],
  ['PATCH', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
])('a preflight for %s allows %s, and calls from the public network', async (method, allowed) => {
  const { url } = await serve();
  const headers = {
    origin: 'https://app.example.com',
    'access-control-request-method': method,
    'access-control-request-private-network': 'true',
  };
  const response = await fetch(`${url}/tasks`, { method: 'OPTIONS', headers });
  expect(response.headers.get('access-control-allow-methods')).toBe(allowed);
  expect(response.headers.get('access-control-allow-private-network')).toBe('true');
});

test('a page of any origin may read every header of an answer', async () => {
  const { url } = await serve(() => ({
    status: 429,
    headers: { 'Retry-After': '5', 'X-Request-Id': 'req_1' },
    body: undefined,
  }));
  const response = await fetch(url, { headers: { origin: 'https://app.example.com' } });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After, X-Request-Id');
});

test('a caller that is no page gets no CORS headers, and its OPTIONS reaches the mock', async () => {
  const { url, seen } = await serve();
  const response = await fetch(url, { method: 'OPTIONS' });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(seen).toHaveLength(1);
});

test('each answer is reported with method, path, status and time', async () => {
  const reported = deferred<unknown>();
  const { url } = await serve(ok, { onRequest: reported.resolve });
  await fetch(`${url}/tasks?limit=2`);
  expect(await reported.promise).toEqual({
    method: 'GET',
    path: '/v1/tasks?limit=2',
    status: 200,
    durationMs: expect.any(Number),
  });
});

test('/__mock is answered by the control API, and not reported', async () => {
  const reported: string[] = [];
  const { url, seen } = await serve(ok, { onRequest: ({ path }) => reported.push(path) });
  const response = await fetch(new URL('/__mock/nothing', url));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    message: expect.stringContaining('/__mock/state'),
  });
  await fetch(url);
  expect(reported).toEqual(['/v1']);
  expect(seen).toHaveLength(1);
});

test('a port that is taken is a typed error that names it', async () => {
  const { port } = await serve();
  const error = await serve(ok, { port }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ListenError);
  expect(error).toMatchObject({ kind: 'listen', code: 'port_in_use', port, host: '127.0.0.1' });
});

test('close lets an answer that is under way finish', async () => {
  const asked = deferred<void>();
  const release = deferred<void>();
  const { url, close } = await serve(async (request) => {
    asked.resolve();
    await release.promise;
    return ok(request);
  });
  const request = fetch(url);
  await asked.promise;
  const closed = close();
  release.resolve();
  expect(await (await request).text()).toBe('fine');
  await closed;
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('close does not wait for idle clients, nor for one that never sends its whole request', async () => {
  const { port, close } = await serve();
  const idle = dial(port);
  const slow = dial(port);
  const asking = ['Host: a', 'Expect: 100-continue', 'Content-Length: 100'];
  slow.write(head(['POST /v1/tasks HTTP/1.1', ...asking]));
  // The go-ahead tells that the server waits for the body.
  await once(slow, 'data');
  idle.write(head(['GET /v1/tasks HTTP/1.1', 'Host: a']));
  await once(idle, 'data');
  const gone = [idle, slow].map(hungUp);
  await close();
  expect(await Promise.all(gone)).toEqual([true, true]);
  await expect(close()).resolves.toBeUndefined();
});

function hungUp(socket: Socket): Promise<boolean> {
  // Whether the end is orderly or a reset is up to the operating system.
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('close', () => resolve(true)));
}
