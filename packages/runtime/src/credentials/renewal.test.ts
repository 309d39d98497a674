import { expect, test } from 'vitest';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { bearer } from './constructors.ts';
import type { Credential } from './credential.ts';
import type { TokenSource } from './token-source.ts';

const SECOND = 1000;

/** A source of numbered tokens, and how often it was asked. */
function numbered(
  clock: VirtualClock,
  lifeMs: number,
): { source: TokenSource; asked: () => number } {
  let count = 0;
  const source = async () => ({ token: `${KEY}_${++count}`, expiresAt: clock.now() + lifeMs });
  return { source, asked: () => count };
}

/** The token of a moment, without waiting longer than a source takes that answers at once. */
async function tokenAt(credential: Credential, clock: VirtualClock, ms: number): Promise<string> {
  await clock.run(clock.sleep(ms));
  const token = await credential.obtain({ clock, timeoutMs: 30 * SECOND });
  return token.reveal().slice(KEY.length + 1);
}

test.each([
  ['ten minutes', 600, 539, 540],
  ['an hour', 3600, 3239, 3240],
  ['ten hours', 36_000, 32_399, 32_400],
  ['30 seconds', 30, 14, 15],
])('a token of %s is replaced ahead of its end', async (...[, life, before, after]) => {
  const clock = new VirtualClock();
  const { source, asked } = numbered(clock, life * SECOND);
  const credential = bearer(source);
  expect(await tokenAt(credential, clock, 0)).toBe('1');
  expect(await tokenAt(credential, clock, before * SECOND)).toBe('1');
  expect(asked()).toBe(1);
  expect(await tokenAt(credential, clock, (after - before) * SECOND)).toBe('1'); // while 2 is fetched
  expect(asked()).toBe(2);
  expect(await tokenAt(credential, clock, 0)).toBe('2');
});

test('a token that has ended is never given', async () => {
  const clock = new VirtualClock();
  const { source } = numbered(clock, 60 * SECOND);
  const credential = bearer(source);
  expect(await tokenAt(credential, clock, 0)).toBe('1');
  expect(await tokenAt(credential, clock, 60 * SECOND)).toBe('2');
});

test.each([
  ['a date', (ms: number) => new Date(ms)],
  ['milliseconds', (ms: number) => ms],
])('the end of a token can be %s', async (_, write) => {
  const clock = new VirtualClock();
  let asked = 0;
  const expiresAt = write(clock.now() + 60 * SECOND);
  const credential = bearer(() => ({ token: `${KEY}_${++asked}`, expiresAt }));
  expect(await tokenAt(credential, clock, 29 * SECOND)).toBe('1');
  expect(await tokenAt(credential, clock, 31 * SECOND)).toBe('2');
});

test('a token without an end is kept', async () => {
  const clock = new VirtualClock();
  let asked = 0;
  const credential = bearer(() => ({ token: `${KEY}_${++asked}` }));
  await tokenAt(credential, clock, 0);
  expect(await tokenAt(credential, clock, 1e9)).toBe('1');
});

test('a source that fails while the old token is valid fails no call, and is not asked at every one', async () => {
  const clock = new VirtualClock();
  let asked = 0;
  const credential = bearer(async () => {
    asked += 1;
    if (asked > 1) throw new Error('down');
    return { token: `${KEY}_1`, expiresAt: clock.now() + 600 * SECOND };
  });
  const tokens: string[] = [];
  for (const ms of [0, 540 * SECOND, 0, 0, 29 * SECOND, SECOND, 0]) {
    tokens.push(await tokenAt(credential, clock, ms));
  }
  expect([new Set(tokens), asked]).toEqual([new Set(['1']), 3]);
});

test('a call whose token has ended hears of the failure, with an error of its own', async () => {
  const clock = new VirtualClock();
  const credential = bearer(() => Promise.reject(new Error('down')));
  const ask = async (operation: string) =>
    credential.obtain({ clock, timeoutMs: SECOND, context: { operation } });
  const errors = await Promise.all(
    ['a', 'b'].map((operation) => ask(operation).catch((error: unknown) => error)),
  );
  expect(errors).toMatchObject([
    {
      kind: 'configuration',
      code: 'key_source_failed',
      operation: 'a',
      cause: { message: 'down' },
    },
    { operation: 'b' },
  ]);
});

test.each<[string, unknown]>([
  ['a number', 7],
  ['nothing', undefined],
  ['null', null],
  ['a function', () => KEY],
  ['a list', [KEY]],
  ['an object without a token', { key: KEY }],
  ['an end that is no instant', { token: KEY, expiresAt: 'soon' }],
  ['an invalid date', { token: KEY, expiresAt: new Date(Number.NaN) }],
])('a source that gives %s is told so', async (_, given) => {
  // Sources written in JavaScript give whatever they give.
  const { client, clock, seen } = bench([() => ok()], { apiKey: () => given as string });
  const call = clock.run(client.get('a'));
  await expect(call).rejects.toMatchObject({ kind: 'configuration', code: 'malformed_key' });
  expect(seen).toEqual([]);
});

test('a source that never answers ends by the time limit of the call, and is asked again after it', async () => {
  let asked = 0;
  const apiKey = async (): Promise<string> => {
    asked += 1;
    return asked === 1 ? new Promise(() => undefined) : KEY;
  };
  const { client, clock } = bench([() => ok()], { apiKey, timeoutMs: 500 });
  const retry = { maxAttempts: 1 };
  const hung = clock.run(client.get('a', { retry }));
  await expect(hung).rejects.toMatchObject({ kind: 'timeout', attempts: [] });
  await clock.run(client.get('a', { retry }));
  expect([asked, clock.pending]).toEqual([2, 0]);
});

test('a source that never answers ends by the deadline of the call', async () => {
  const apiKey = (): Promise<string> => new Promise(() => undefined);
  const { client, clock } = bench([() => ok()], { apiKey });
  const call = clock.run(client.get('a', { deadlineMs: 300 }));
  await expect(call).rejects.toMatchObject({ kind: 'timeout', code: 'deadline_exceeded' });
});

test('a 401 for a token that was replaced since earns the replay only', async () => {
  let asked = 0;
  const apiKey = (): string => `${KEY}_${++asked}`;
  const answers = [() => problem(401), () => problem(401), () => ok()];
  const { client, clock, seen } = bench(answers, { apiKey });
  await clock.run(Promise.all([client.get('a'), client.get('b')]));
  const sent = seen.map(({ headers }) => headers.get('authorization')?.at(-1));
  expect([asked, sent]).toEqual([2, ['1', '1', '2', '2']]);
});

test('a 401 for the new token too is the end', async () => {
  let asked = 0;
  const { client, clock, seen } = bench([() => problem(401)], {
    apiKey: () => `${KEY}_${++asked}`,
  });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({
    kind: 'authentication',
    attempts: [{ reason: 'renewed-credential' }, { reason: 'final-answer' }],
  });
  expect([asked, seen.length]).toEqual([2, 2]);
});

test('a key that was given outright is not replaced: a 401 is the end', async () => {
  const { client, clock, seen } = bench([() => problem(401)]);
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ kind: 'authentication' });
  expect(seen).toHaveLength(1);
});

test('two clients with one credential ask once', async () => {
  let asked = 0;
  const auth = bearer(() => `${KEY}_${++asked}`);
  const benches = [1, 2].map(() => bench([() => ok()], { auth, apiKey: undefined }));
  for (const { client, clock } of benches) await clock.run(client.get('a'));
  expect(asked).toBe(1);
});
