import { expect, test } from 'vitest';
import { bench } from '../testing/example-client.ts';
import type { VirtualClock } from '../testing/virtual-clock.ts';

const windowMs = 60_000;

/** A server that limits calls and tokens, each in windows of a minute, and tells of both. */
function twoDimensions(limits: { readonly requests: number; readonly tokens: number }) {
  const used = { window: -1, requests: 0, tokens: 0, refused: 0, most: { requests: 0, tokens: 0 } };
  const take = (nowMs: number, tokens: number): Response => {
    const window = Math.floor(nowMs / windowMs);
    if (window !== used.window) Object.assign(used, { window, requests: 0, tokens: 0 });
    const isFull = used.requests + 1 > limits.requests || used.tokens + tokens > limits.tokens;
    if (isFull) used.refused += 1;
    else {
      used.requests += 1;
      used.tokens += tokens;
    }
    const reset = `${Math.ceil((windowMs - (nowMs % windowMs)) / 1000)}s`;
    const headers = {
      'x-ratelimit-limit-requests': `${limits.requests}`,
      'x-ratelimit-remaining-requests': `${limits.requests - used.requests}`,
      'x-ratelimit-reset-requests': reset,
      'x-ratelimit-limit-tokens': `${limits.tokens}`,
      'x-ratelimit-remaining-tokens': `${limits.tokens - used.tokens}`,
      'x-ratelimit-reset-tokens': reset,
      ...(isFull && { 'retry-after': reset.slice(0, -1) }),
    };
    return Response.json({ id: 'task_1' }, { status: isFull ? 429 : 200, headers });
  };
  return { used, take };
}

test.each([
  { binds: 'tokens', tokens: 3000, costs: [150], perMinute: 20, refused: 0 },
  {
    binds: 'tokens, of calls that differ,',
    tokens: 3000,
    costs: [100, 200],
    perMinute: 20,
    refused: 15,
  },
  { binds: 'the number of calls', tokens: 90_000, costs: [100, 200], perMinute: 40, refused: 0 },
])('of calls and tokens $binds is kept to, and used up', async (example) => {
  const { tokens, costs, perMinute, refused } = example;
  const { used, take } = twoDimensions({ requests: 40, tokens });
  const world: { clock?: VirtualClock } = {};
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    const cost = costs[sent % costs.length] ?? 0;
    sent += 1;
    await world.clock?.sleep(20);
    return take(world.clock?.now() ?? 0, cost);
  };
  const { client, clock } = bench([], { fetch });
  world.clock = clock;
  const startedAt = clock.now();
  const calls = Array.from({ length: 200 }, () => client.get('a', { maxWaitMs: 3_600_000 }));
  await clock.run(Promise.all(calls));
  // What a call costs is known only after it: of unlike ones the last of a window may be too dear.
  expect(used.refused).toBeLessThanOrEqual(refused);
  // In the last window the calls are sent at its begin; the first may have begun before.
  const windows = (clock.now() - startedAt) / windowMs;
  expect(windows).toBeLessThanOrEqual((200 / perMinute) * 1.1);
});
