import { ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { expect, test } from 'vitest';

/** Seven tasks of one label among those that the mock begins with. */
async function setUp() {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  const options = { apiKey: key.secret, fetch: mock.fetch, clock: mock.clock };
  const client = new ProductClient(options);
  const titles = Array.from({ length: 7 }, (_, index) => `Task ${index}`);
  for (const title of titles) await client.tasks.create({ title, labels: ['paged'] });
  const lists = () => mock.requests.find('tasks.list').length;
  return { mock, client, lists, other: () => new ProductClient(options) };
}

const query = { label: 'paged', limit: 2 } as const;

test.each([false, true])('every item comes once, whether read ahead is %s', async (prefetch) => {
  const { client, lists } = await setUp();
  const ids = new Set<string>();
  let count = 0;
  for await (const task of client.tasks.list(query, { prefetch })) {
    ids.add(task.id);
    count += 1;
  }
  expect({ ids: ids.size, count, lists: lists() }).toEqual({ ids: 7, count: 7, lists: 4 });
});

test('an array stops at its bound, and reads no page beyond', async () => {
  const { client, lists } = await setUp();
  expect((await client.tasks.list(query).toArray({ max: 4 })).length).toBe(4);
  expect(lists()).toBe(2);
});

test('another process goes on where the first one stopped', async () => {
  const { client, other } = await setUp();
  const whole = await client.tasks.list(query).toArray({ max: 100 });
  const first = await client.tasks.list(query);
  const stored = JSON.stringify({ token: first.resumeToken });
  const resume: string = JSON.parse(stored).token;
  const rest = await other().tasks.list(query, { resume }).toArray({ max: 100 });
  expect([...first.data, ...rest]).toEqual(whole);
});

test('a token of another list is refused before anything is sent', async () => {
  const { client, lists } = await setUp();
  const { resumeToken: resume } = await client.tasks.list(query);
  const before = lists();
  const code = 'invalid_resume_token';
  await expect(client.tasks.list({ limit: 2 }, { resume })).rejects.toMatchObject({ code });
  await expect(client.users.list(query, { resume })).rejects.toMatchObject({ code });
  expect(lists()).toBe(before);
});

test('a page that fails for a while is asked for again, and the loop does not notice', async () => {
  const { mock, client } = await setUp();
  const pages = client.tasks.list(query).pages();
  await pages.next();
  mock.faults.add({ operation: 'tasks.list', status: 503, times: 2 });
  const second = pages.next();
  mock.clock.advance({ minutes: 1 });
  expect((await second).value?.data.length).toBe(2);
});

test('the end of the permission in the middle of a list is an error, not the end of the list', async () => {
  const { mock, client } = await setUp();
  const pages = client.tasks.list(query).pages();
  await pages.next();
  mock.faults.add({ operation: 'tasks.list', status: 403, times: 1 });
  await expect(pages.next()).rejects.toMatchObject({ kind: 'permission', status: 403 });
});
