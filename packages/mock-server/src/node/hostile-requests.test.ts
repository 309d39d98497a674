import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { closing, deferred, dial, head, ok, serve, speak } from './test-door.ts';

test.each([
  { target: '/v1/tasks', url: '/v1/tasks' },
  { target: '/tasks', url: '/v1/tasks' },
  { target: '/v1', url: '/v1' },
  { target: '/v1?limit=2', url: '/v1?limit=2' },
  { target: '/', url: '/v1/' },
  { target: '/v10/tasks', url: '/v1/v10/tasks' },
  { target: '/v1/tasks/%zz', url: '/v1/tasks/%zz' },
  { target: '/v1/../tasks', url: '/v1/../tasks' },
  { target: '//evil.example/v1', url: '/v1//evil.example/v1' },
  { target: 'http://127.0.0.1/v1/tasks?limit=2', url: '/v1/tasks?limit=2' },
  { target: 'http://127.0.0.1', url: '/v1/' },
  { target: '/__mocked', url: '/v1/__mocked' },
])('the target $target reaches the mock as $url', async ({ target, url }) => {
  const { port, seen } = await serve();
  const answer = await speak(port, head([`GET ${target} HTTP/1.1`, ...closing]));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(seen.map((request) => request.url)).toEqual([url]);
});

test('a target that is no path is answered 400', async () => {
  const { port, seen } = await serve();
  const answer = await speak(port, head(['OPTIONS * HTTP/1.1', ...closing]));
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"code":"malformed_request"');
  expect(seen).toEqual([]);
});

test('a header that comes twice is seen twice', async () => {
  const { port, seen } = await serve();
  const twice = ['Authorization: Bearer one', 'authorization: Bearer two'];
  await speak(port, head(['GET /v1/tasks HTTP/1.1', ...closing, ...twice]));
  expect(seen[0]!.headers['authorization']).toEqual(['Bearer one', 'Bearer two']);
});

test.each([
  { sent: 'no HTTP at all', bytes: 'hello there\r\n\r\n', status: 400 },
  { sent: 'a bad version', bytes: 'GET / HTTP/9.9\r\n\r\n', status: 400 },
  { sent: 'a header without a colon', bytes: 'GET / HTTP/1.1\r\nHost\r\n\r\n', status: 400 },
  { sent: 'no Host', bytes: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', status: 400 },
  {
    sent: 'a length that is no number',
    bytes: head(['POST / HTTP/1.1', ...closing, 'Content-Length: ten']),
    status: 400,
  },
  {
    sent: 'a negative length',
    bytes: head(['POST / HTTP/1.1', ...closing, 'Content-Length: -1']),
    status: 400,
  },
  {
    sent: 'two different lengths',
    bytes: head(['POST / HTTP/1.1', ...closing, 'Content-Length: 1', 'Content-Length: 2']),
    status: 400,
  },
  {
    sent: 'a length and chunks',
    bytes: head(['POST / HTTP/1.1', ...closing, 'Content-Length: 1', 'Transfer-Encoding: chunked']),
    status: 400,
  },
  {
    sent: 'a chunk that is none',
    bytes: `${head(['POST /v1/tasks HTTP/1.1', ...closing, 'Transfer-Encoding: chunked'])}zz\r\n`,
    status: 400,
  },
  {
    sent: 'a header of 64 KiB',
    bytes: head(['GET / HTTP/1.1', ...closing, `X-Long: ${'x'.repeat(65_536)}`]),
    status: 431,
  },
  {
    sent: 'TLS',
    bytes: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    status: 400,
  },
])('$sent is answered $status, and nothing reaches the mock', async ({ bytes, status }) => {
  const { port, seen } = await serve();
  const answer = await speak(port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).not.toMatch(/node:|at .*\.[jt]s/);
  expect(seen).toEqual([]);
});

test('after bad bytes the next client is served', async () => {
  const { port, url } = await serve();
  await speak(port, 'hello there\r\n\r\n');
  expect((await fetch(url)).status).toBe(200);
});

test('a body of exactly the limit is taken, one byte more is answered 413', async () => {
  const { url, seen } = await serve(ok, { maxBodyBytes: 1000 });
  const taken = await fetch(url, { method: 'POST', body: 'x'.repeat(1000) });
  expect(taken.status).toBe(200);
  const refused = await fetch(url, { method: 'POST', body: 'x'.repeat(1001) });
  expect(refused.status).toBe(413);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 413, code: 'body_too_large' });
  expect(seen).toHaveLength(1);
});

test('a body without a length is refused at the limit, before it ends', async () => {
  const { port, seen } = await serve(ok, { maxBodyBytes: 1000 });
  const socket = dial(port);
  socket.write(head(['POST /v1/tasks HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked']));
  socket.write(`3ea\r\n${'x'.repeat(0x3ea)}\r\n`);
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
  expect(seen).toEqual([]);
  socket.write(`0\r\n\r\n${head(['GET /v1/tasks HTTP/1.1', ...closing])}`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});

test('after a body that was refused the connection lives on', async () => {
  const { port, seen } = await serve(ok, { maxBodyBytes: 10 });
  const socket = dial(port);
  socket.write(head(['POST /v1/tasks HTTP/1.1', 'Host: a', 'Content-Length: 11']));
  const [refused] = await once(socket, 'data');
  expect(String(refused)).toMatch(/^HTTP\/1\.1 413 /);
  socket.write('x'.repeat(11) + head(['GET /v1/tasks HTTP/1.1', ...closing]));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  expect(seen).toHaveLength(1);
});

test('a client that asks first is told to go on, or refused before it sends', async () => {
  const { port, seen } = await serve(ok, { maxBodyBytes: 10 });
  const ask = (length: number): string =>
    head([
      'POST /v1/tasks HTTP/1.1',
      'Host: a',
      'Expect: 100-continue',
      `Content-Length: ${length}`,
    ]);
  const socket = dial(port);
  socket.write(ask(3));
  const [first] = await once(socket, 'data');
  expect(String(first)).toMatch(/^HTTP\/1\.1 100 Continue/);
  socket.write('abc');
  const [second] = await once(socket, 'data');
  expect(String(second)).toMatch(/^HTTP\/1\.1 200 /);
  expect(new TextDecoder().decode(seen[0]!.body)).toBe('abc');
  expect(await speak(port, ask(11))).toMatch(/^HTTP\/1\.1 413 /);
  expect(seen).toHaveLength(1);
});

test('a client that goes away while it sends harms nobody', async () => {
  const { port, url, seen } = await serve();
  const socket = dial(port);
  const asking = ['Host: a', 'Expect: 100-continue', 'Content-Length: 100'];
  socket.write(head(['POST /v1/tasks HTTP/1.1', ...asking]));
  await once(socket, 'data');
  socket.write('half');
  socket.resetAndDestroy();
  expect((await fetch(url)).status).toBe(200);
  expect(seen).toHaveLength(1);
});

test('a client that goes away while it waits ends the wait', async () => {
  const ended = deferred<string>();
  const asked = deferred<void>();
  const { url } = await serve(async ({ signal }) => {
    asked.resolve();
    if (signal === undefined) ended.resolve('no signal');
    else await once(signal, 'abort');
    ended.resolve('aborted');
    return { status: 200, headers: {}, body: undefined };
  });
  const controller = new AbortController();
  const request = fetch(url, { signal: controller.signal });
  await asked.promise;
  controller.abort();
  await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  expect(await ended.promise).toBe('aborted');
});
