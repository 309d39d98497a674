import { once } from 'node:events';
import { connect } from 'node:net';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { afterAll, beforeAll, expect, test } from 'vitest';

const mock = createMock({ seed: 1 });
const { secret } = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  server = await listen(mock, { port: 0 });
});
afterAll(() => server.close());

const authorization = `Authorization: Bearer ${secret}`;
const json = 'Content-Type: application/json';

/** Requests as bytes on the wire, and the status that each must get. */
const cases: Readonly<Record<string, readonly [want: number, line: string, ...headers: string[]]>> =
  {
    'an unknown route': [404, 'GET /v1/nowhere', authorization],
    'a wrong method': [405, 'PUT /v1/tasks', authorization],
    '%zz in the path': [400, 'GET /v1/tasks/%zz', authorization],
    'Authorization missing': [401, 'GET /v1/tasks'],
    'Authorization twice': [401, 'GET /v1/tasks', authorization, authorization],
    'Authorization in lower case': [200, 'GET /v1/tasks', `authorization: bearer ${secret}`],
    'Authorization without Bearer': [401, 'GET /v1/tasks', `Authorization: ${secret}`],
  };

test.each(Object.entries(cases))(
  '%s is answered by a problem or an answer',
  async (_title, given) => {
    const [want, line, ...headers] = given;
    expectAnswer(await send(line, headers, ''), want);
  },
);

const bodies: Readonly<Record<string, readonly [want: number, type: string, body: string]>> = {
  'malformed JSON': [400, json, '{"title":'],
  'an empty body': [422, json, ''],
  'wrong types': [422, json, '{"title":[7]}'],
  'a member that is not there': [422, json, '{"title":"a","colour":"red"}'],
  '__proto__ as a member': [422, json, '{"title":"a","__proto__":{"admin":true}}'],
  'a null body': [422, json, 'null'],
  'JSON nested 100,000 deep': [400, json, '['.repeat(100_000)],
  'an unknown content type': [415, 'Content-Type: application/x-yaml', 'title: a'],
  'no content type': [415, 'X-Nothing: 1', '{"title":"a"}'],
  'a body of 2 MiB': [413, json, JSON.stringify({ title: 'a'.repeat(2 ** 21) })],
};

test.each(Object.entries(bodies))('%s is answered by a problem', async (_title, given) => {
  const [want, type, body] = given;
  expectAnswer(await send('POST /v1/tasks', [authorization, type], body), want);
});

function expectAnswer(answer: string, want: number): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${want} `));
  expect(answer).not.toMatch(/\n\s+at |node:internal|\.ts:\d/); // no stack trace
  if (want >= 400) expect(answer).toMatch(/content-type: application\/problem\+json/i);
}

async function send(line: string, headers: readonly string[], body: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [`${line} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...headers, ...length];
  socket.on('error', () => undefined); // the server may close before it has read everything
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'close');
  return answer;
}
