import { expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { Mock } from '../mock.ts';
import { MockError } from '../mock-error.ts';
import { bench, callsOf, rowsOf } from '../test-call.ts';
import type { AnyOperations } from './operation-types.ts';

function product() {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create();
  return { mock, key, call: callsOf(mock, key.secret) };
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof MockError) return error.code;
  }
  return 'none';
}

test('a handler answers in the place of the mock, and the last one counts until it is taken back', async () => {
  const { mock, call } = product();
  const first = mock.operation('rateLimit.get', () => ({ unchecked: true, body: 'first' }));
  const second = mock.operation('rateLimit.get', () => ({ unchecked: true, body: 'second' }));
  const texts: string[] = [];
  const note = async () => texts.push((await call('GET', '/rate-limit')).text.slice(0, 8));
  await note();
  second();
  await note();
  const third = mock.operation('rateLimit.get', () => ({ unchecked: true, body: 'third' }));
  first();
  first();
  await note();
  third();
  await note();
  expect(texts).toEqual(['"second"', '"first"', '"third"', '{"limit"']);
});

test('reset takes handlers back; a snapshot holds none, and restore leaves them', async () => {
  const { mock, call } = product();
  mock.operation('tasks.delete', () => ({ unchecked: true, status: 299 }));
  const snapshot = mock.snapshot();
  mock.restore(snapshot);
  expect((await call('DELETE', '/tasks/task_1')).status).toBe(299);
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  mock.reset();
  const { secret } = mock.keys.create();
  expect((await callsOf(mock, secret)('DELETE', '/tasks/task_1')).status).toBe(404);
});

test('an operation that does not exist is refused', () => {
  const { mock } = bench();
  expect(codeOf(() => mock.operation('tasks.lst', () => undefined))).toBe('unknown_operation');
});

test('a handler is not asked before credentials, permissions and the request have been checked', async () => {
  const { mock, call } = product();
  const { secret } = mock.keys.create({ permissions: ['tasks:read'] });
  let asked = 0;
  mock.operation('tasks.create', () => {
    asked += 1;
    return undefined;
  });
  const body = { title: 'One' };
  const statuses = [
    await call('POST', '/tasks', { secret: null, body }),
    await call('POST', '/tasks', { secret, body }),
    await call('POST', '/tasks', { body: {} }),
    await call('POST', '/tasks', { body }),
  ].map(({ status }) => status);
  expect([statuses, asked]).toEqual([[401, 403, 422, 201], 1]);
});

test('a handler hears what is asked, by whom and when, without a secret', async () => {
  const { mock, call, key } = product();
  const heard: unknown[] = [];
  mock.operation('tasks.update', ({ input, caller, now }) => {
    heard.push(input.path, input.query, input.body, input.headers['x-note'], caller, now);
    return undefined;
  });
  const path = `/tasks/${String(rowsOf(await call('GET', '/tasks?limit=1'))[0]?.['id'])}`;
  const body = { title: 'New' };
  const answer = await call('PATCH', path, { body, headers: { 'X-Note': 'a' } });
  expect(answer.body['title']).toBe('New');
  expect(heard).toEqual([
    { task_id: path.slice('/tasks/'.length) },
    {},
    body,
    'a',
    { id: key.id, mode: 'test', permissions: ['admin:*'] },
    mock.clock.now(),
  ]);
});

test('next gives what the mock would have answered, once, and a handler can change one thing of it', async () => {
  const { mock, call } = product();
  mock.operation('tasks.create', async ({ next }) => {
    const answer = await next();
    if (answer.status !== 201 || (await next()) !== answer) return undefined;
    return { ...answer, body: { ...answer.body, labels: ['scripted'] } };
  });
  const before = rowsOf(await call('GET', '/tasks?limit=100')).length;
  const made = await call('POST', '/tasks', { body: { title: 'One' } });
  expect([made.status, made.body['labels']]).toEqual([201, ['scripted']]);
  expect(made.headers.get('location')).toContain(String(made.body['id']));
  expect(rowsOf(await call('GET', '/tasks?limit=100')).length).toBe(before + 1);
});

test('what next gave can be answered as it is, a refusal with its body too', async () => {
  const { mock, call } = product();
  const plain = await call('GET', '/tasks/task_none');
  const bodies: unknown[] = [];
  mock.operation('tasks.get', async ({ next }) => {
    const answer = await next();
    bodies.push(answer.status, answer.body);
    return answer;
  });
  const answer = await call('GET', '/tasks/task_none');
  const code = { code: plain.body['code'] };
  expect(answer).toMatchObject({ status: 404, body: code });
  expect(bodies).toMatchObject([404, code]);
  mock.operation('tasks.get', async ({ next }) => {
    const given = await next();
    return given.status === 404 ? { ...given, body: { ...given.body, detail: 'Gone.' } } : given;
  });
  const changed = await call('GET', '/tasks/task_none');
  expect(changed.body).toMatchObject({ ...code, detail: 'Gone.' });
  expect(changed.headers.get('content-type')).toBe(plain.headers.get('content-type'));
});

test('a handler that waits for next and says nothing has not done it twice', async () => {
  const { mock, call } = product();
  mock.operation('tasks.create', async ({ next }) => {
    await next();
    return undefined;
  });
  const before = rowsOf(await call('GET', '/tasks?limit=100')).length;
  await call('POST', '/tasks', { body: { title: 'One' } });
  expect(rowsOf(await call('GET', '/tasks?limit=100')).length).toBe(before + 1);
});

test('an answer that the document does not describe is a 500 with its place, unless it is unchecked', async () => {
  const { mock, call } = product();
  const loose: Mock<AnyOperations> = mock;
  const body = { data: [{ id: 5 }], has_more: false, next_cursor: null };
  loose.operation('tasks.list', () => ({ status: 200, body }));
  const refused = await call('GET', '/tasks');
  expect([refused.status, mock.violations]).toMatchObject([
    500,
    [{ operation: 'tasks.list', status: 200 }],
  ]);
  expect(mock.violations[0]?.fault).toContain('/data/0');
  loose.operation('tasks.list', () => ({ body, unchecked: true }));
  const sent = await call('GET', '/tasks');
  expect([sent.status, sent.body, mock.violations.length]).toEqual([200, body, 1]);
});

test('an answer keeps the headers of every answer and adds its own', async () => {
  const { mock, call } = product();
  mock.operation('tasks.delete', () => ({ headers: { 'X-Own': 'yes' } }));
  const { status, headers, text } = await call('DELETE', '/tasks/task_1');
  expect([status, headers.get('x-own'), text]).toEqual([204, 'yes', '']);
  expect(headers.has('x-ratelimit-remaining')).toBe(true);
});

test.each([99, 600, Number.NaN])('no answer has the status %s', async (status) => {
  const { mock, call } = product();
  mock.operation('tasks.delete', () => ({ status, unchecked: true }));
  expect((await call('DELETE', '/tasks/task_1')).status).toBe(500);
  expect(mock.violations).toHaveLength(1);
});

test('a key that a handler passes on is not in clear in a snapshot', async () => {
  const { mock, call } = product();
  mock.operation('apiKeys.create', async ({ next }) => ({ ...(await next()) }));
  const send = { body: { name: 'New' }, headers: { 'Idempotency-Key': 'once' } };
  const { status, body } = await call('POST', '/api-keys', send);
  const secret = String(body['key']);
  expect([status, secret.length > 20]).toEqual([201, true]);
  expect(JSON.stringify(mock.snapshot())).not.toContain(secret);
});

test('a handler that throws is a 500 whose reason only the violations tell', async () => {
  const { mock, call } = product();
  mock.operation('tasks.list', () => {
    throw new Error('a mistake in the test');
  });
  const { status, text } = await call('GET', '/tasks');
  expect([status, text.includes('a mistake')]).toEqual([500, false]);
  expect(mock.violations[0]?.fault).toContain('a mistake in the test');
});

test('the answer of a handler is kept for repetitions of an idempotent request', async () => {
  const { mock, call } = product();
  let asked = 0;
  mock.operation('tasks.create', ({ state }) => {
    asked += 1;
    const body = state.rows('tasks').insert({ title: `Number ${asked}` });
    return { status: 201, body, headers: { Location: `/v1/tasks/${body.id}` } };
  });
  const send = { body: { title: 'One' }, headers: { 'Idempotency-Key': 'again' } };
  const [one, two] = [await call('POST', '/tasks', send), await call('POST', '/tasks', send)];
  expect([two.status, two.text, asked]).toEqual([201, one.text, 1]);
});

test('what a handler changes in what it was given changes nothing that is kept', async () => {
  const { mock, call } = product();
  mock.operation('tasks.get', async ({ state, input, next }) => {
    const answer = await next();
    const row = state.rows('tasks').get(input.path.task_id);
    if (answer.status === 200) answer.body.title = 'Touched';
    if (row !== undefined) row.title = 'Touched too';
    return undefined;
  });
  const { body } = await call('POST', '/tasks', { body: { title: 'Kept' } });
  const read = () => call('GET', `/tasks/${String(body['id'])}`);
  await read();
  expect((await read()).body['title']).toBe('Kept');
});
