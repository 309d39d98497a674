import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, answer, bodyOf, errorOf } from '../testing/stream-answer.ts';
import { createEventParser, type ServerSentEvent } from './parse-events.ts';
import { readEvents } from './read-events.ts';
import { readJsonLines } from './read-json-lines.ts';

const message = (data: string, id = ''): ServerSentEvent => ({ event: 'message', data, id });

/** Given text and the events in it, by the rules and the examples of the HTML standard. */
const rules: readonly [title: string, text: string, want: ServerSentEvent[]][] = [
  ['data alone is a message', 'data: a\n\n', [message('a')]],
  ['lines of data are joined', 'data: YHOO\ndata: +2\ndata: 10\n\n', [message('YHOO\n+2\n10')]],
  ['one space after the colon is no part of the value', 'data:  a\n\n', [message(' a')]],
  ['no space is needed', 'data:a\n\n', [message('a')]],
  [
    'a name alone is a field without a value',
    'data\n\ndata\ndata\n\ndata:',
    [message(''), message('\n')],
  ],
  ['a comment is nothing', ': test stream\n\ndata: a\n: b\n\n', [message('a')]],
  [
    'an event has a type',
    'event: add\ndata: 1\n\ndata: 2\n\n',
    [{ event: 'add', data: '1', id: '' }, message('2')],
  ],
  ['a type without data is no event', 'event: add\n\ndata: 1\n\n', [message('1')]],
  [
    'an id is kept until the next one',
    'id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
    [message('a', '1'), message('b', '1'), message('c')],
  ],
  ['an id with a NUL is ignored', 'id: 1\n\nid: 2\u0000\ndata: a\n\n', [message('a', '1')]],
  ['unknown fields are ignored', 'foo: 1\nDATA: 2\n data: 3\ndata: a\n\n', [message('a')]],
  [
    'CR and CR LF end lines too',
    'data: a\r\rdata: b\r\n\r\ndata: c\n\r\n',
    [message('a'), message('b'), message('c')],
  ],
  ['a byte order mark before the stream is no part of it', '\ufeffdata: a\n\n', [message('a')]],
  [
    'a second byte order mark is part of a name',
    '\ufeff\ufeffdata: a\n\ndata: b\n\n',
    [message('b')],
  ],
  ['an event that the end cuts off is none', 'data: a\n\ndata: b\n', [message('a')]],
  ['an empty stream has no events', '', []],
];

test.each(rules)('of events, %s', async (...row) => {
  expect(await all(readEvents(answer([row[1]])))).toEqual(row[2]);
});

test('events are the same wherever the stream is cut', async () => {
  const line = fc.constantFrom(
    'data: ü€😀',
    'data',
    'event: x',
    'id: 1',
    'id',
    ': c',
    'retry: 5',
    '',
    '',
  );
  const ending = fc.constantFrom('\n', '\r', '\r\n');
  const document = fc
    .array(fc.tuple(line, ending), { maxLength: 20 })
    .map((lines) => new TextEncoder().encode(lines.flat().join('')));
  await fc.assert(
    fc.asyncProperty(document, fc.array(fc.nat(200), { maxLength: 20 }), async (bytes, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b)];
      const pieces = places.map((place, index) => bytes.slice(place, places[index + 1]));
      expect(await all(readEvents(answer(pieces)))).toEqual(await all(readEvents(answer([bytes]))));
    }),
  );
});

test.each([
  ['retry: 1500\n', 1500],
  ['retry: 1500\nretry: 1e3\nretry: -5\nretry: +5\nretry: \nretry: 5 \n', 1500],
  ['retry: soon\n', undefined],
])('of %j the wait before a reconnection is %s', (text, want) => {
  const parser = createEventParser();
  parser.push(text);
  expect(parser.retryMs).toBe(want);
});

test('bytes that are no UTF-8 are read as U+FFFD in events', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('data: '), 0xff, 10, 10]);
  expect(await all(readEvents(answer([bytes])))).toEqual([message('\ufffd')]);
});

test('the next piece is read when it is asked for, and a loop that is left cancels the rest', async () => {
  const { stream, state } = bodyOf(['data: 1\n\ndata: 2\n\n', 'data: 3\n\n', 'data: 4\n\n']);
  const events = readEvents(
    new Response(stream, { headers: { 'content-type': 'text/event-stream' } }),
  );
  expect(state.asked).toBe(0);
  await events.next();
  await events.next();
  expect(state).toEqual({ asked: 1, cancelled: false });
  for await (const event of events) {
    expect(event.data).toBe('3');
    break;
  }
  expect(state).toEqual({ asked: 2, cancelled: true });
});

test.each([
  ['an event', readEvents, 'data: aaaaaaaaaaaa\n\n', 'text/event-stream'],
  [
    'an event of many lines',
    readEvents,
    'data: aaaa\ndata: bbbb\ndata: cccc\n',
    'text/event-stream',
  ],
  ['a line without an end', readEvents, ': aaaaaaaaaaaaaa', 'text/event-stream'],
  ['a line of JSON', readJsonLines, '"aaaaaaaaaaaa"\n', 'application/jsonl'],
  ['a line of JSON without an end', readJsonLines, '"aaaaaaaaaaaa', 'application/jsonl'],
])('%s that is longer than maxLength ends the stream', async (...[, read, text, type]) => {
  const { stream, state } = bodyOf([text, 'more', 'more']);
  const response = new Response(stream, { headers: { 'content-type': type } });
  const error = await errorOf(read(response, { maxLength: 10 }));
  expect(error).toMatchObject({ kind: 'decode', code: 'response_too_large', status: 200 });
  expect(state).toEqual({ asked: 1, cancelled: true });
});

test.each([
  [readEvents, 'text/html'],
  [readEvents, 'application/json'],
  [readJsonLines, 'application/json'],
  [readJsonLines, 'text/html'],
])('%o refuses an answer of type %s', async (read, type) => {
  const error = await errorOf(read(answer(['<html>'], type)));
  expect(error).toMatchObject({
    kind: 'decode',
    code: 'unexpected_content_type',
    requestId: 'req_1',
    snippet: '',
  });
});

test.each([
  [['{"a":1}\n{"a":2}\n'], [{ a: 1 }, { a: 2 }]],
  [
    ['{"a"', ':1}\r\n\r\n\n', '2'],
    [{ a: 1 }, 2],
  ],
  [['\ufeff[1]\n"\u2028"'], [[1], '\u2028']],
  [['{"a":\r1}\n'], [{ a: 1 }]],
  [[], []],
])('of the lines %j the items are %j', async (pieces, want) => {
  expect(await all(readJsonLines(answer(pieces, 'application/x-ndjson; charset=utf-8')))).toEqual(
    want,
  );
});

test('JSON Lines survive a round trip, wherever they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 9 }),
      async (items, size) => {
        const want = items.map((item) => JSON.parse(JSON.stringify(item)));
        const bytes = new TextEncoder().encode(
          items.map((item) => `${JSON.stringify(item)}\n`).join(''),
        );
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.slice(index * size, (index + 1) * size),
        );
        expect(await all(readJsonLines(answer(pieces, 'application/jsonl')))).toEqual(want);
      },
    ),
  );
});

test.each([
  ['{"a":', 'invalid_json'],
  [new Uint8Array([34, 0xff, 34, 10]), 'invalid_utf8'],
])('the line %j is an error, after the items before it', async (line, code) => {
  const lines = readJsonLines(answer(['1\n', line], 'application/jsonl'));
  expect(await lines.next()).toEqual({ value: 1, done: false });
  expect(await errorOf(lines)).toMatchObject({ kind: 'decode', code });
});

test.each([
  [readEvents, 'text/event-stream'],
  [readJsonLines, 'application/jsonl'],
])('a stream that is cut off is a ConnectionError', async (read, type) => {
  const cause = new TypeError('terminated');
  const error = await errorOf(read(answer(['data: 1\n\n'.slice(9), cause], type)));
  expect(error).toMatchObject({ kind: 'connection', code: 'body_cut_off', cause });
});

test('a stream whose signal has aborted gives nothing', async () => {
  const { stream, state } = bodyOf(['1\n']);
  const response = new Response(stream, { headers: { 'content-type': 'application/jsonl' } });
  const error = await errorOf(readJsonLines(response, { signal: AbortSignal.abort() }));
  expect(error.kind).toBe('abort');
  expect(state).toEqual({ asked: 0, cancelled: true });
});

test.each([
  [readEvents, 'text/event-stream'],
  [readJsonLines, 'application/jsonl'],
])('its signal ends a stream that waits for more', async (read, type) => {
  const controller = new AbortController();
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  const pull = (): Promise<void> => {
    queueMicrotask(() => controller.abort(new Error('enough')));
    return new Promise(() => undefined);
  };
  const stream = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
  const response = new Response(stream, { headers: { 'content-type': type } });
  const ended = errorOf(read(response, { signal: controller.signal }));
  expect(await ended).toMatchObject({ kind: 'abort', cause: { message: 'enough' } });
  expect(cancelled).toBe(true);
});
