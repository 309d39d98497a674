import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  connectionOf,
  type RedisClient,
} from '../../packages/runtime/src/store/redis/client-adapter.ts';
import { findRedisServer } from './find-redis-server.ts';
import { RedisServer } from './redis-server.ts';

const binary = findRedisServer();

let server: RedisServer;
beforeAll(async () => {
  if (binary) server = await RedisServer.start(binary);
});
afterAll(() => server?.stop());

async function nodeRedis(): Promise<RedisClient> {
  const client = createClient({ url: server.url });
  client.on('error', () => undefined);
  onTestFinished(() => client.destroy());
  return client.connect();
}

async function oldProtocol(): Promise<RedisClient> {
  const client = createClient({ url: server.url, RESP: 2 });
  client.on('error', () => undefined);
  onTestFinished(() => client.destroy());
  return client.connect();
}

async function ioRedis(): Promise<RedisClient> {
  const client = new Redis(server.port, '127.0.0.1', { keyPrefix: 'own:' });
  onTestFinished(() => client.disconnect());
  return client;
}

const clients = {
  redis: nodeRedis,
  'redis with RESP2': oldProtocol,
  'ioredis with a key prefix': ioRedis,
};

describe.skipIf(!binary).each(Object.entries(clients))('%s', (_name, open) => {
  test('hears a message on a channel by its own name', async () => {
    const connection = connectionOf(await open());
    let heard = (_channel: string): void => undefined;
    const message = new Promise<string>((resolve) => {
      heard = resolve;
    });
    const subscriber = connection.openSubscriber(
      (channel) => heard(channel),
      () => undefined,
    );
    onTestFinished(() => subscriber.close());
    await subscriber.subscribe('p:{b}:wake');
    await server.command('PUBLISH', 'p:{b}:wake', 'go');
    expect(await message).toBe('p:{b}:wake');
  });

  test('runs a script whole, and then by its digest', async () => {
    const connection = connectionOf(await open());
    const input = { keys: ['k'], values: ['v'] };
    expect(await connection.run('return ARGV[1]', input)).toBe('v');
    const sha = await server.command('SCRIPT', 'LOAD', 'return ARGV[1]');
    expect(await connection.runByDigest(sha, input)).toBe('v');
  });
});
