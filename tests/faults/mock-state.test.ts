import { once } from 'node:events';
import { connect } from 'node:net';
import { listen } from '@product/mock-server/node';
import { expect, test } from 'vitest';
import { type MockDoor, mockDoor, type WireAnswer } from './mock-door.ts';

const asJson = 'Content-Type: application/json';

/** A door, and a task sent through it with the idempotency key `once`. */
async function keyedDoor() {
  const door = await mockDoor();
  const create = (title: string, bearer: string = door.bearer): Promise<WireAnswer> =>
    door.ask({
      ...{ line: 'POST /v1/tasks', body: JSON.stringify({ title }) },
      headers: [bearer, asJson, 'Idempotency-Key: once'],
    });
  return { ...door, create };
}

/** Holds the first creation of a task back until it is released. */
function hold({ mock }: Pick<MockDoor, 'mock'>) {
  let [release, arrive]: (() => void)[] = [];
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  mock.operation('tasks.create', async ({ next }) => {
    arrive?.();
    await gate;
    return next();
  });
  return { gate, arrived, release: (): void => release?.() };
}

test('39 same Idempotency-Key parallel: the second is a 409 while the first is under way', async () => {
  const { mock, create } = await keyedDoor();
  const { release, arrived } = hold({ mock });
  const first = create('One');
  await arrived;
  expect((await create('One')).json).toMatchObject({ status: 409 });
  release();
  const made = await first;
  expect(made.status).toBe(201);
  const again = await create('One');
  expect([again.json['id'], again.headers.get('idempotency-replayed')]).toEqual([
    made.json['id'],
    'true',
  ]);
});

test('39 same Idempotency-Key: other payload 422, other API key independent, expired fresh', async () => {
  const { mock, create } = await keyedDoor();
  const first = await create('One');
  expect(first.status).toBe(201);
  expect((await create('Two')).json).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  const other = await create('Two', `Authorization: Bearer ${mock.keys.create().secret}`);
  expect([other.status, other.json['id'] === first.json['id']]).toEqual([201, false]);
  mock.clock.advance({ hours: 25 });
  const fresh = await create('Two');
  expect([fresh.status, fresh.json['title']]).toEqual([201, 'Two']);
});

test.each([
  { line: 'GET /v1/nowhere', status: 404, allow: undefined },
  { line: 'GET /v1/__proto__', status: 404, allow: undefined },
  { line: 'PATCH /v1/tasks', status: 405, allow: 'GET, POST, HEAD, OPTIONS' },
  { line: 'BREW /v1/tasks', status: 400, allow: undefined },
])('40 $line: $status, and nothing is passed on', async ({ line, status, allow }) => {
  const { ask, bearer } = await mockDoor();
  const answer = await ask({ line, headers: [bearer] });
  expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
});

test('40 clock jump: the window starts anew, and what remains never grows within one', async () => {
  const { mock, ask, bearer } = await mockDoor();
  const remaining = async (): Promise<number> => {
    const { headers } = await ask({ line: 'GET /v1/tasks', headers: [bearer] });
    return Number(headers.get('x-ratelimit-remaining'));
  };
  const before = [await remaining(), await remaining(), await remaining()];
  expect(before).toEqual([0, 1, 2].map((used) => Number(before[0]) - used));
  expect(() => mock.clock.advance({ hours: -1 })).toThrow(
    expect.objectContaining({ name: 'MockError', code: 'invalid_option' }),
  );
  mock.clock.advance({ days: 400 });
  expect(await remaining()).toBe(before[0]);
});

test('40 handler exception: a 500 problem that shows nothing of it, and a line in the log', async () => {
  const { mock, ask, bearer } = await mockDoor();
  mock.operation('tasks.list', () => {
    throw new Error('the secret is sk_live_mock_1');
  });
  const answer = await ask({ line: 'GET /v1/tasks', headers: [bearer] });
  expect(answer.json).toMatchObject({ status: 500, code: 'internal_error' });
  expect(answer.text).not.toMatch(/sk_live|\.[jt]s\b| at /);
  expect(mock.requests.entries.at(-1)).toMatchObject({ operation: 'tasks.list' });
});

test('40 two servers on one port: the second is told so by a typed error', async () => {
  const { mock, port } = await mockDoor();
  await expect(listen(mock, { port })).rejects.toMatchObject({
    ...{ kind: 'listen', code: 'port_in_use' },
  });
});

test('40 restart mid-request: its answer still comes, and the next server knows what it did', async () => {
  const { mock, port, close, create } = await keyedDoor();
  const { gate, release, arrived } = hold({ mock });
  const first = create('One');
  await arrived;
  const closed = close();
  release();
  const made = await first;
  expect(made.status).toBe(201);
  await Promise.all([gate, closed]);
  const next = await listen(mock, { port });
  const again = await create('One');
  await next.close();
  expect([again.json['id'], mock.requests.entries.length]).toEqual([made.json['id'], 2]);
});

test('40 a caller who hangs up mid-request: nobody else notices', async () => {
  const { port, ask, bearer } = await mockDoor();
  const half = connect(port, '127.0.0.1');
  half.write(`POST /v1/tasks HTTP/1.1\r\nHost: a\r\n${bearer}\r\nContent-Length: 99\r\n\r\n{`);
  await once(half, 'connect');
  half.destroy();
  await once(half, 'close');
  expect((await ask({ line: 'GET /v1/tasks', headers: [bearer] })).status).toBe(200);
});
