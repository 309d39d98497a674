import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bench, KEY, ok } from '../testing/example-client.ts';
import { markOf, readResumeToken, writeResumeToken } from './resume-token.ts';

const first = () => ok({ data: [1, 2], has_more: true, next_cursor: 'c2' });
const last = () => ok({ data: [3], has_more: false, next_cursor: null });

async function tokenOf(query: object): Promise<string> {
  const { client, clock } = bench([first]);
  return (await clock.run(client.list(query))).resumeToken ?? '';
}

test('a list goes on in another process after the page that a token was taken from', async () => {
  const token = await tokenOf({ status: 'open', limit: 2 });
  const { client, clock, seen } = bench([last]);
  const page = await clock.run(client.list({ limit: 2, status: 'open' }, { resume: token }));
  expect(page).toMatchObject({ data: [3], hasMore: false, resumeToken: undefined });
  expect(new URL(seen[0]?.line.slice(4) ?? '').searchParams.get('cursor')).toBe('c2');
});

test('a cursor of the query does not matter to a token, since it only says where to start', async () => {
  const token = await tokenOf({ cursor: 'c1' });
  const { client, clock } = bench([last]);
  expect((await clock.run(client.list({}, { resume: token }))).data).toEqual([3]);
});

test.each([
  ['another query', { status: 'done' }],
  ['a query with more', { status: 'open', limit: 5 }],
  ['a query with less', {}],
])('the token of %s is refused before anything is sent', async (_, query) => {
  const token = await tokenOf({ status: 'open' });
  const { client, clock, seen } = bench([last]);
  const resumed = clock.run(client.list(query, { resume: token }));
  await expect(resumed).rejects.toMatchObject({
    kind: 'configuration',
    code: 'invalid_resume_token',
  });
  expect(seen).toEqual([]);
});

test.each(['', 'x', '%%%', btoa('null'), btoa('[]'), btoa('{"0":"a"}'), btoa('["a"]'), btoa('%')])(
  'the text %j is no token',
  async (resume) => {
    const { client, clock, seen } = bench([last]);
    const resumed = clock.run(client.list({}, { resume }));
    await expect(resumed).rejects.toMatchObject({ code: 'invalid_resume_token' });
    expect(seen).toEqual([]);
  },
);

test('a token that leads back to its own start is a loop', async () => {
  const token = await tokenOf({});
  const { client, clock, seen } = bench([first]);
  const reading = clock.run(client.list({}, { resume: token }).toArray({ max: 100 }));
  await expect(reading).rejects.toMatchObject({ code: 'cursor_loop' });
  expect(seen.length).toBe(1);
});

test('a token holds neither the key nor what was asked for', async () => {
  const text = atob(await tokenOf({ email: 'someone@example.com' }));
  expect(text).not.toContain(KEY);
  expect(text).not.toContain('example.com');
});

test('what is written into a token is read out of it', () => {
  const position = fc.oneof(fc.string({ unit: 'binary' }), fc.nat());
  fc.assert(
    fc.property(position, fc.string(), (at, mark) => {
      const token = writeResumeToken(mark, at);
      expect(token).toMatch(/^[A-Za-z0-9+/=]+$/);
      expect(readResumeToken(token, mark)).toBe(at);
    }),
  );
});

test('no text but a token is taken for one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(() => readResumeToken(text, 'mark')).toThrow(
        expect.objectContaining({ code: 'invalid_resume_token' }),
      );
    }),
  );
});

test('lists that differ have different marks', () => {
  const marks = [['a'], ['b'], ['a', {}], ['a', { x: 1 }], ['a', { x: '1' }]].map((parts) =>
    markOf(...parts),
  );
  expect(new Set(marks).size).toBe(marks.length);
});
