import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EventStream, JsonLines } from '@product/client-runtime/streams';
import { generate } from '@product/codegen';
import { loadApi } from '@product/spec-model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaDocument } from '../../packages/codegen/src/testing/media-document.ts';

const folder = fileURLToPath(new URL('../.samples-media/', import.meta.url));
const seen: {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}[] = [];

/** What the test uses of the generated client; codegen's own tests hold its types. */
interface MediaClient {
  readonly entries: {
    export(options?: object): JsonLines<unknown>;
    watch(options?: object): EventStream<unknown>;
    chat(body: object, options?: object): EventStream<string>;
    import(body: Blob | ReadableStream): PromiseLike<unknown>;
  };
  readonly files: {
    report(): PromiseLike<string>;
    picture(): PromiseLike<Blob>;
    upload(body: object): PromiseLike<unknown>;
  };
}

let client: MediaClient;
const server = createServer((request, response) => void answer(request, response));

beforeAll(async () => {
  const api = await loadApi(mediaDocument());
  const options = { clientName: 'MediaClient', packageName: '@media/client' };
  for (const { path, content } of await generate(api, options)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const load = (file: string) => import(pathToFileURL(join(folder, file)).href);
  const [{ MediaClient }, { responseValidator }] = await Promise.all([
    load('index.ts'),
    load('validate.ts'),
  ]);
  client = new MediaClient({
    apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
    baseUrl: `http://127.0.0.1:${port}`,
    validateResponses: responseValidator(),
    retry: { baseDelayMs: 1 },
  });
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = await request.toArray();
  const body = Buffer.concat(chunks).toString('latin1');
  const line = `${request.method} ${request.url}`;
  seen.push({ line, headers: request.headers, body });
  const send = (type: string, ...parts: (string | Uint8Array)[]): ServerResponse => {
    response.writeHead(request.method === 'POST' && type.endsWith('json') ? 201 : 200, {
      'content-type': type,
    });
    for (const part of parts) response.write(part);
    return response;
  };
  if (line === 'GET /entries') send('application/x-ndjson', '{"id":1}\n{"i', 'd":2}\n').end();
  else if (line === 'GET /entries/live') {
    const last = Number(request.headers['last-event-id'] ?? 0);
    const live = send(
      'text/event-stream',
      `event: added\nid: ${last + 1}\ndata: {"id":${last + 1}}\n\n`,
    );
    // The first connection breaks once its event has arrived, the second ends in order.
    if (last === 0) setImmediate(() => live.destroy());
    else live.end();
  } else if (line === 'POST /entries/live')
    send('text/event-stream', 'data: Hel\n\n', 'data: lo\n\ndata: [DONE]\n\n');
  else if (line === 'GET /report') send('text/csv; charset=utf-8', 'a,b\n').end();
  else if (line === 'GET /picture') send('image/png', new Uint8Array([0, 0xff])).end();
  else send('application/json', '{"id":1}').end();
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('JSON Lines are read item by item', async () => {
  expect(await all(client.entries.export())).toEqual([{ id: 1 }, { id: 2 }]);
  expect(seen.at(-1)?.headers.accept).toBe('application/x-ndjson');
});

test('events are read one by one, and a stream that breaks goes on after the last one', async () => {
  const reconnect = { baseDelayMs: 1, maxDelayMs: 1 };
  expect(await all(client.entries.watch({ reconnect }))).toEqual([
    { event: 'added', data: { id: 1 }, id: '1' },
    { event: 'added', data: { id: 2 }, id: '2' },
  ]);
  expect(seen.slice(-2).map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1']);
  expect(seen.at(-1)?.headers.authorization).toBe(
    'Bearer sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
  );
});

test('events that answer a POST end with the one that says so', async () => {
  const events = await all(client.entries.chat({ prompt: 'Hi' }, { endData: '[DONE]' }));
  expect(events.map(({ data }) => data)).toEqual(['Hel', 'lo']);
});

test('text is text, and a picture is a Blob', async () => {
  expect(await client.files.report()).toBe('a,b\n');
  const picture = await client.files.picture();
  expect([picture.type, ...new Uint8Array(await picture.arrayBuffer())]).toEqual([
    'image/png',
    0,
    0xff,
  ]);
});

test('a plain object is sent as a form, with its file and its JSON', async () => {
  const file = new File(['content'], 'a.txt', { type: 'text/plain' });
  await client.files.upload({ file, tags: ['x', 'y'], about: { title: 't' } });
  const { headers, body } = seen.at(-1) ?? { headers: {}, body: '' };
  expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(body.match(/name="[^"]*"(; filename="[^"]*")?(\r\nContent-Type: [^\r]*)?/gi)).toEqual([
    'name="file"; filename="a.txt"\r\nContent-Type: text/plain',
    'name="tags"',
    'name="tags"',
    'name="about"; filename="blob"\r\nContent-Type: application/json',
  ]);
});

test('a stream is sent as it comes', async () => {
  const stream = new Blob(['a'.repeat(100_000)]).stream();
  expect(await client.entries.import(stream)).toEqual({ id: 1 });
  expect(seen.at(-1)?.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'transfer-encoding': 'chunked',
  });
  expect(seen.at(-1)?.body.length).toBe(100_000);
});
