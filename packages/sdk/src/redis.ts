/**
 * A rate limit that many processes share over Redis, as one client would keep it.
 *
 * @packageDocumentation
 */

export {
  type BucketState,
  type IoRedisClient,
  type IoRedisSocket,
  type IoRedisSubscriber,
  type Lease,
  type LeaseOutcome,
  type Logger,
  type NodeRedisClient,
  type NodeRedisSubscriber,
  type RateLimitReport,
  type RateLimitStore,
  type RedisClient,
  type RedisStoreOptions,
  type Reservation,
  type ReserveRequest,
  redisRateLimitStore,
  type SharedRateLimitStore,
  type WindowState,
} from '@product/client-runtime/redis';
