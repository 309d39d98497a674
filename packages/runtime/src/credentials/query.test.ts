import { expect, test } from 'vitest';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';
import { query } from './query.ts';

const auth = query('api key', KEY);

test.each([
  ['without a query', {}, `?api%20key=${KEY}`],
  [
    'with one, which stays as it was written',
    { limit: 2, q: 'a b' },
    `?limit=2&q=a%20b&api%20key=${KEY}`,
  ],
])('the key is added to a URL %s', async (_, given, want) => {
  const { client, clock, seen } = bench([() => ok({ data: [] })], { auth, apiKey: undefined });
  await clock.run(Promise.resolve(client.list(given)));
  expect(seen[0]?.line).toBe(`GET https://api.example.com/v1/tasks${want}`);
});

test('a body and headers go with it', async () => {
  const { client, clock, seen } = bench([() => ok()], { auth, apiKey: undefined });
  await clock.run(client.create({ a: 1 }, { headers: { 'x-a': 'b' } }));
  expect(seen[0]).toMatchObject({
    body: '{"a":1}',
    line: expect.stringMatching(/^POST .*api%20key/),
  });
  expect(seen[0]?.headers.get('x-a')).toBe('b');
});

test('an attempt that is repeated carries one key: the new one', async () => {
  let asked = 0;
  const renewed = query('key', () => `${KEY}_${++asked}`);
  const answers = [() => problem(401), () => problem(503), () => ok()];
  const { client, clock, seen } = bench(answers, { auth: renewed, apiKey: undefined });
  await clock.run(client.create({ a: 1 }));
  expect(seen.map(({ line, body }) => [line.split('?')[1], body])).toEqual([
    [`key=${KEY}_1`, '{"a":1}'],
    [`key=${KEY}_2`, '{"a":1}'],
    [`key=${KEY}_2`, '{"a":1}'],
  ]);
});

test('characters that mean something in a URL are encoded', async () => {
  const { client, clock, seen } = bench([() => ok()], {
    auth: query('k', 'a&b=c#d%'),
    apiKey: undefined,
  });
  await clock.run(client.get('a'));
  expect(seen[0]?.line).toBe('GET https://api.example.com/v1/tasks/a?k=a%26b%3Dc%23d%25');
});
