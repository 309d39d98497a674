import type { RedisClient } from './client-adapter.ts';
import {
  RedisRateLimitStore,
  type RedisStoreOptions,
  type SharedRateLimitStore,
} from './redis-store.ts';

/**
 * A store of rate limits that many processes share: together they keep the limit as if they were one.
 *
 * @remarks Give the same store to every client of a process. Calls wait in the process that made them
 * and are woken by a message when there is room. A process that is killed gives its share back within
 * two seconds. While Redis is gone, slow or restarting, each process lives on its share of the limit,
 * and no call fails; `logger` is told once. The names of keys hold a hash, never a credential; all keys of
 * a bucket are in one slot of a Cluster, and expire.
 *
 * Needs Redis 5 or newer, or a server that speaks its language.
 *
 * @param client - Your client of `redis` (connected) or `ioredis`, a Cluster's too. It stays yours: it is
 * never closed here. A duplicate of it listens for messages, and ends with {@link SharedRateLimitStore.close}.
 * @param options - How quota is shared.
 * @example
 * ```ts
 * import { createClient } from 'redis';
 *
 * const redis = createClient({ url: 'redis://127.0.0.1:6379' });
 * redis.on('error', console.error);
 * await redis.connect();
 * const rateLimit = { store: redisRateLimitStore(redis) };
 * ```
 */
export function redisRateLimitStore(
  client: RedisClient,
  options: RedisStoreOptions = {},
): SharedRateLimitStore {
  return new RedisRateLimitStore(client, options);
}
