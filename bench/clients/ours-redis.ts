import { ProductClient } from '@product/api-client';
import { redisRateLimitStore } from '@product/api-client/redis';
import { createClient } from 'redis';
import { type BenchClient, benchKey } from './client.ts';

/** The Product client, its quota shared with other processes. */
export const oursRedis: BenchClient = {
  title: 'ours over Redis',
  async connect({ baseUrl, redisUrl }) {
    if (redisUrl === undefined)
      throw new Error('cannot share the quota: no Redis server is given.');
    const redis = createClient({ url: redisUrl });
    // Without a listener a lost connection would end the process; the store lives on without it.
    redis.on('error', () => {});
    await redis.connect();
    const store = redisRateLimitStore(redis);
    const client = new ProductClient({ apiKey: benchKey, baseUrl, rateLimit: { store } });
    return () => client.tasks.get('task_1');
  },
};
