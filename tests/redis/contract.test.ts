import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { testRateLimitStore } from '../../packages/runtime/src/store/store-contract.ts';
import { findRedisServer } from './find-redis-server.ts';
import {
  type Open,
  withIoRedis,
  withIoRedisCluster,
  withNodeRedis,
  withNodeRedisCluster,
} from './open-client.ts';
import { RedisServer } from './redis-server.ts';

const binary = findRedisServer();

const cases: readonly [name: string, cluster: boolean, open: Open][] = [
  ['redis', false, withNodeRedis],
  ['ioredis', false, withIoRedis],
  ['redis on a Cluster', true, withNodeRedisCluster],
  ['ioredis on a Cluster', true, withIoRedisCluster],
];

describe.skipIf(!binary).each(cases)('with %s', (name, cluster, open) => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start(binary ?? '', { cluster });
  });
  afterAll(() => server.stop());

  testRateLimitStore(`the store in Redis, with ${name}`, async () => {
    const { store, close } = await open(server);
    onTestFinished(close);
    return {
      store,
      now: () => Date.now(),
      pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      leasesExpire: true,
    };
  });
});
