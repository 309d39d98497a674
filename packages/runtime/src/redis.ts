/**
 * Rate limits that many processes share over Redis; for clients of the packages `redis` and `ioredis`.
 *
 * @packageDocumentation
 */

export type { Logger } from './events/logger.ts';
export type { RateLimitReport } from './policy/rate-limit-headers.ts';
export type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
  WindowState,
} from './store/rate-limit-store.ts';
export type {
  IoRedisClient,
  IoRedisSocket,
  IoRedisSubscriber,
  NodeRedisClient,
  NodeRedisSubscriber,
  RedisClient,
} from './store/redis/client-adapter.ts';
export { redisRateLimitStore } from './store/redis/redis-rate-limit-store.ts';
export type { RedisStoreOptions, SharedRateLimitStore } from './store/redis/redis-store.ts';
