import { existsSync } from 'node:fs';

const places = [
  process.env['REDIS_SERVER_PATH'],
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
];

/** The Redis server to test with, where there is one. In CI it must be there. */
export function findRedisServer(): string | undefined {
  const path = places.find((place) => place !== undefined && existsSync(place));
  if (path === undefined && process.env['CI'] === 'true') {
    throw new Error(
      'cannot test the shared quota: no redis-server found. Install it or set REDIS_SERVER_PATH.',
    );
  }
  if (path === undefined) {
    process.stderr.write(
      'Redis tests are skipped: no redis-server found; set REDIS_SERVER_PATH.\n',
    );
  }
  return path;
}
