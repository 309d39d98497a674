import { ProductClient } from '@product/api-client';
import { redisRateLimitStore } from '@product/api-client/redis';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { findRedisServer } from './find-redis-server.ts';
import { RedisServer } from './redis-server.ts';

const binary = findRedisServer();
const apiKey = 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja';

const fetch = async (): Promise<Response> =>
  Response.json({ id: 'task_1' }, { headers: { 'x-ratelimit-remaining': '90' } });

/** A server, a connection to it, and a client that shares its quota over it. */
async function opened() {
  const server = await RedisServer.start(binary ?? '');
  onTestFinished(() => server.stop());
  const redis = new Redis(server.port, '127.0.0.1');
  redis.on('error', () => undefined);
  const store = redisRateLimitStore(redis, { timeoutMs: 200 });
  onTestFinished(() => {
    store.close();
    redis.disconnect();
  });
  const states: string[] = [];
  const client = new ProductClient({
    apiKey,
    fetch,
    rateLimit: { store },
    onEvent: (event) => event.type === 'rate-limit-store' && states.push(event.state),
  });
  return { server, redis, client, states };
}

test.skipIf(!binary)('nothing that Redis is told holds the API key', async () => {
  const { redis, client } = await opened();
  const monitor = await redis.monitor();
  onTestFinished(() => monitor.disconnect());
  const told: string[] = [];
  monitor.on('monitor', (_time: string, words: string[]) => told.push(...words));
  await Promise.all([client.tasks.get('task_1'), client.tasks.get('task_2')]);
  const keys = await redis.keys('*');
  // The bucket and its peers: the leases were all handed back.
  expect(keys).toHaveLength(2);
  expect(keys.every((key) => /^product-rate-limit:\{[0-9a-f]{32}\}:\w+$/.test(key))).toBe(true);
  expect(told.join(' ')).toContain(keys[0]);
  expect(told.join(' ')).not.toContain(apiKey);
});

test.skipIf(!binary)('a client says once that Redis is gone, and its calls succeed', async () => {
  const { server, client, states } = await opened();
  await client.tasks.get('task_1');
  expect(states).toEqual([]);
  await server.kill();
  const calls = Array.from({ length: 10 }, () => client.tasks.get('task_1'));
  expect(await Promise.all(calls)).toHaveLength(10);
  expect(states).toEqual(['lost']);
});
