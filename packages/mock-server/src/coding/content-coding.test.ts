import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { mockOf } from '../answers/test-document.ts';
import { listen } from '../node/listen.ts';
import { decodeRequest } from './content-coding.ts';

const schema = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
const media = { content: { 'application/json': { schema } } };
const paths = {
  '/notes': { post: { requestBody: media, responses: { 200: { description: '', ...media } } } },
};

type Door = 'fetch' | 'HTTP';
const text = JSON.stringify({ title: 'packed' });

async function send(door: Door, coding: string, body: Uint8Array) {
  const { mock } = await mockOf({ paths }, { maxBodyBytes: 1000 });
  const { url, fetch } =
    door === 'fetch' ? { url: mock.baseUrl, fetch: mock.fetch } : await served();
  const response = await fetch(`${url}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': coding },
    body: new Uint8Array(body),
  });
  const { code } = await response.json();
  const [entry] = mock.requests.entries;
  return {
    status: response.status,
    said: code ?? entry?.requestBody,
    takes: response.headers.get('accept-encoding'),
  };

  async function served() {
    const listener = await listen(mock, { port: 0 });
    onTestFinished(() => listener.close());
    return { url: listener.url, fetch: globalThis.fetch };
  }
}

const doors = ['fetch', 'HTTP'] as const;
const read = { status: 200, said: text, takes: null };

test.each(
  doors.flatMap((door) => [
    { door, coding: 'gzip', body: gzipSync(text) },
    { door, coding: 'X-GZip', body: gzipSync(text) },
    { door, coding: 'deflate', body: deflateSync(text) },
    { door, coding: 'deflate', body: deflateRawSync(text) },
    { door, coding: 'br', body: brotliCompressSync(text) },
    { door, coding: 'identity', body: Buffer.from(text) },
    { door, coding: 'deflate, gzip', body: gzipSync(deflateSync(text)) },
  ]),
)('a body packed as $coding is read over $door', async ({ door, coding, body }) => {
  expect(await send(door, coding, body)).toEqual(read);
});

test('what is known of a request beside its body stays known when that is unpacked', async () => {
  const { signal } = new AbortController();
  const known = { method: 'POST', url: 'https://api.test/', remoteAddress: '203.0.113.7', signal };
  const headers = { 'content-encoding': ['gzip'], 'x-trace': ['1'] };
  const read = await decodeRequest({ ...known, headers, body: gzipSync(text) }, 1000);
  const body = new TextEncoder().encode(text);
  expect(read).toEqual({ ...known, headers: { 'x-trace': ['1'] }, body });
});

const bomb = gzipSync('['.repeat(1_000_000));

test.each(
  doors.flatMap((door) => [
    { door, what: 'a bomb', coding: 'gzip', body: bomb, want: [413, 'body_too_large'] },
    {
      door,
      what: 'no gzip',
      coding: 'gzip',
      body: Buffer.from(text),
      want: [400, 'malformed_request'],
    },
    {
      door,
      what: 'half a gzip',
      coding: 'gzip',
      body: gzipSync(text).subarray(0, 20),
      want: [400, 'malformed_request'],
    },
    {
      door,
      what: 'lzma',
      coding: 'lzma',
      body: Buffer.from(text),
      want: [415, 'unsupported_media_type'],
    },
    {
      door,
      what: 'toString',
      coding: 'toString',
      body: Buffer.from(text),
      want: [415, 'unsupported_media_type'],
    },
    {
      door,
      what: 'four codings',
      coding: 'gzip,gzip,gzip,gzip',
      body: gzipSync(text),
      want: [415, 'unsupported_media_type'],
    },
  ]),
)('$what is refused over $door', async ({ door, coding, body, want }) => {
  const { status, said, takes } = await send(door, coding, body);
  expect([status, said]).toEqual(want);
  expect(takes).toBe(status === 415 ? 'gzip, deflate, br' : null);
});
