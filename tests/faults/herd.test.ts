import { expect, test } from 'vitest';
import { faultBench } from './fault-bench.ts';
import { answer, latch, type Script } from './steps.ts';

const refused = answer({ status: 429, headers: { 'Retry-After': '1' }, body: '{}' });
const windowMs = 2000;
const quota = 20;

/** What is left in a window, as the headers say it. */
function limitHeaders(
  remaining: number,
  resetSeconds: number,
): { readonly [name: string]: string } {
  return {
    RateLimit: `"default";r=${remaining};t=${resetSeconds}`,
    'RateLimit-Policy': `"default";q=${quota};w=${windowMs / 1000}`,
  };
}

test('22 RateLimit fields with more remaining than the limit: no burst goes over the limit', async () => {
  const held = latch();
  const headers = {
    'X-RateLimit-Limit': '5',
    'X-RateLimit-Remaining': '900',
    'X-RateLimit-Reset': '9',
  };
  const { client, server } = await faultBench((_request, index) =>
    index === 0 ? [answer({ headers })] : [held.wait, answer()],
  );
  await client.tasks.get('task_1');
  const calls = Array.from({ length: 12 }, () => client.tasks.get('task_1'));
  await seen(() => server.requests.length === 6);
  await seen(() => false, 50);
  expect(server.requests).toHaveLength(6);
  held.open();
  await Promise.all(calls);
  expect(server.requests).toHaveLength(13);
});

test('23 100 calls at once against 20 per 2 s: all succeed, at most one is refused', async () => {
  let [opened, used, refusals] = [0, 0, 0];
  const bench = await faultBench((): Script => {
    const now = bench.clock.now();
    const start = now - (now % windowMs);
    if (start !== opened) [opened, used] = [start, 0];
    used += 1;
    if (used > quota) refusals += 1;
    const seconds = Math.ceil((start + windowMs - now) / 1000);
    const headers = limitHeaders(Math.max(0, quota - used), seconds);
    if (used <= quota) return [answer({ headers })];
    return [answer({ status: 429, headers: { ...headers, 'Retry-After': `${seconds}` } })];
  });
  const { client, clock } = bench;
  clock.isBusy = () => bench.underWay() > 0;
  const calls = Array.from({ length: 100 }, () => client.tasks.get('task_1'));
  expect(await Promise.all(calls)).toHaveLength(100);
  expect(refusals).toBeLessThanOrEqual(1);
  // Five windows: the floor is the begin of the fifth.
  expect(clock.elapsedMs).toBeLessThanOrEqual(4 * windowMs * 1.15);
});

test('24 429 for all calls under way: one probe goes first, and the rest follow its answer', async () => {
  const allRefused = latch();
  const probeAnswered = latch();
  const bench = await faultBench((_request, index): Script => {
    // A server that tells of its limit is sent all that it has room for; a silent one is not.
    if (index === 0) return [answer({ headers: limitHeaders(19, 30) })];
    if (index <= 10) return [allRefused.wait, refused];
    return index === 11 ? [probeAnswered.wait, answer()] : [answer()];
  });
  const { client, server } = bench;
  await client.tasks.get('task_1');
  const calls = Array.from({ length: 10 }, () => client.tasks.get('task_1').withResponse());
  await seen(() => server.requests.length === 11);
  allRefused.open();
  await seen(() => server.requests.length === 12);
  // Everything that could be sent beside the probe has now had its chance.
  await seen(() => false, 50);
  expect(server.requests).toHaveLength(12);
  probeAnswered.open();
  const results = await Promise.all(calls);
  expect(server.requests).toHaveLength(21);
  for (const { attempts } of results) {
    expect(attempts.map(({ reason }) => reason)).toEqual(['rate-limited', 'succeeded']);
    expect(attempts[1]?.waitMs).toBeGreaterThanOrEqual(1000);
  }
});

test('25 a late success of an older call: it does not raise what remains', async () => {
  const late = latch();
  const bench = await faultBench([
    [answer({ headers: limitHeaders(10, 30) })],
    [late.wait, answer({ headers: limitHeaders(9, 30) })],
    [answer({ headers: limitHeaders(0, 30) })],
    [answer({ headers: limitHeaders(19, 30) })],
  ]);
  const { client, server } = bench;
  await client.tasks.get('first');
  const slow = client.tasks.get('slow');
  await seen(() => server.requests.length === 2);
  await client.tasks.get('quick');
  late.open();
  await slow;
  const { attempts } = await client.tasks.get('next').withResponse();
  expect(attempts[0]?.waitMs).toBeGreaterThanOrEqual(29_000);
});

/** Lets the event loop turn until something is so; no time is measured. */
async function seen(isSo: () => boolean, turns = 50_000): Promise<void> {
  for (let turn = 0; !isSo() && turn < turns; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
