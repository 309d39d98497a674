import { expect, test } from 'vitest';
import type { RateLimitSnapshot } from '../gate/snapshot.ts';
import { bench, ExampleClient, ok, problem } from '../testing/example-client.ts';
import type { ClientOptions } from './options.ts';
import { RateLimitResource } from './rate-limit-resource.ts';

class WatchedClient extends ExampleClient {
  readonly rateLimit: RateLimitResource;

  constructor(options: ClientOptions) {
    super(options);
    this.rateLimit = new RateLimitResource(this.caller);
  }
}

const headers = {
  'x-ratelimit-limit': '20',
  'x-ratelimit-remaining': '7',
  'x-ratelimit-reset': '9',
};

function watched(answers: readonly (() => Response)[]) {
  const script = [...answers];
  const made = bench([]);
  const fetch = async (): Promise<Response> => (script.shift() ?? ok)();
  const client = new WatchedClient({ apiKey: 'sk_test_mock_4f9a2c7e1b', fetch, clock: made.clock });
  return { client, clock: made.clock };
}

test('a snapshot tells what answers have told, and before them nothing', async () => {
  const { client, clock } = watched([() => ok({}, headers)]);
  expect(client.rateLimit.snapshot()).toEqual({ windows: [], inFlight: 0, queued: 0 });
  await clock.run(client.get('a'));
  expect(client.rateLimit.snapshot()).toMatchObject({
    windows: [{ policy: 'x-ratelimit', remaining: 7, limit: 20, resetAt: clock.now() + 9000 }],
    inFlight: 0,
    queued: 0,
  });
});

test('a subscription ends with the client, or when it is ended', async () => {
  const { client, clock } = watched([() => ok({}, headers), () => ok({}, headers)]);
  const copy = client.withOptions({});
  const heard: string[] = [];
  const stop = client.rateLimit.subscribe(() => heard.push('ended'));
  client.rateLimit.subscribe(() => heard.push('disposed'));
  copy.rateLimit.subscribe(() => heard.push('copy'));
  await clock.run(client.get('a'));
  expect(heard.splice(0)).toEqual(['ended', 'disposed', 'copy']);
  stop();
  client[Symbol.dispose]();
  await clock.run(copy.get('a'));
  expect(heard).toEqual(['copy']);
});

test('a snapshot counts those who wait, and tells until when nothing is sent', async () => {
  const { client, clock } = watched([() => problem(429, { 'retry-after': '5' })]);
  const calls = ['a', 'b'].map((id) => client.get(id));
  const seen: RateLimitSnapshot[] = [];
  const stop = client.rateLimit.subscribe((snapshot) => seen.push(snapshot));
  client.rateLimit.subscribe(() => {
    throw new Error('a listener of the user');
  });
  await clock.run(Promise.all(calls));
  expect(seen[0]).toMatchObject({ queued: 1, windows: [] });
  expect(seen[0]?.pausedUntil).toBeGreaterThan(1_750_000_004_999);
  expect(seen.at(-1)?.pausedUntil).toBeUndefined();
  stop();
  const before = seen.length;
  await clock.run(client.get('a'));
  expect(seen.length).toBe(before);
});
