/** One of several processes that share a key: sends its calls at once, and tells how they fared. */
import { ProductClient } from '@product/api-client';
import { redisRateLimitStore } from '@product/api-client/redis';
import { createClient } from 'redis';

const [baseUrl = '', redisUrl = '', name = '', calls = '0'] = process.argv.slice(2);

const redis = createClient({ url: redisUrl });
redis.on('error', () => undefined);
await redis.connect();
const store = redisRateLimitStore(redis);
const client = new ProductClient({
  apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
  baseUrl,
  headers: { 'x-worker': name },
  rateLimit: { store },
});

process.once('message', async () => {
  const all = Array.from({ length: Number(calls) }, () => client.tasks.get('task_1'));
  const outcomes = await Promise.allSettled(all);
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(outcome.reason)] : [],
  );
  process.send?.({ succeeded: outcomes.length - failures.length, failures });
  process.disconnect();
  store.close();
  redis.destroy();
});
process.send?.('ready');
