import { redisRateLimitStore } from '@product/client-runtime/redis';
import { Cluster, Redis } from 'ioredis';
import { createClient, createCluster } from 'redis';
import type { RedisServer } from './redis-server.ts';

type Options = Parameters<typeof redisRateLimitStore>[1];

/** A store on a client of its own, and how both end. */
export interface OpenStore {
  readonly store: ReturnType<typeof redisRateLimitStore>;
  readonly close: () => void;
}

/** Opens a store. */
export type Open = (server: RedisServer, options?: Options) => Promise<OpenStore>;

function opened(store: OpenStore['store'], end: () => void): OpenStore {
  return {
    store,
    close() {
      store.close();
      end();
    },
  };
}

const quiet = (): void => undefined;

/** A store on a client of the package `redis`. */
export const withNodeRedis: Open = async (server, options) => {
  const client = createClient({ url: server.url });
  client.on('error', quiet);
  await client.connect();
  const store = redisRateLimitStore(client, options);
  return opened(store, () => client.destroy());
};

/** A store on a client of the package `ioredis`. */
export const withIoRedis: Open = async (server, options) => {
  const client = new Redis(server.port, '127.0.0.1', { keyPrefix: 'own:' });
  client.on('error', quiet);
  const store = redisRateLimitStore(client, options);
  return opened(store, () => client.disconnect());
};

/** A store on a Cluster, by the package `redis`. */
export const withNodeRedisCluster: Open = async (server, options) => {
  const client = createCluster({ rootNodes: [{ url: server.url }] });
  client.on('error', quiet);
  await client.connect();
  const store = redisRateLimitStore(client, options);
  return opened(store, () => client.destroy());
};

/** A store on a Cluster, by the package `ioredis`. */
export const withIoRedisCluster: Open = async (server, options) => {
  const client = new Cluster([{ port: server.port, host: '127.0.0.1' }]);
  client.on('error', quiet);
  const store = redisRateLimitStore(client, options);
  return opened(store, () => client.disconnect());
};
