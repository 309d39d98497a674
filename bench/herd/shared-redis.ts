import { findRedisServer } from '../../tests/redis/find-redis-server.ts';
import { RedisServer } from '../../tests/redis/redis-server.ts';

/** The Redis server that the processes of a cell share. */
export interface SharedRedis {
  readonly url: string;
  /** Kills it and starts it again, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis server for one cell. */
export async function startSharedRedis(): Promise<SharedRedis> {
  const binary = findRedisServer();
  if (binary === undefined) throw new Error('no redis-server is installed');
  const server = await RedisServer.start(binary);
  return {
    url: server.url,
    async restart() {
      await server.kill();
      await server.run();
    },
    stop: () => server.stop(),
  };
}
