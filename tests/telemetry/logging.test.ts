import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  type Logger,
  ProductClient,
  type ProductClientOptions,
  pinoLogger,
} from '@product/api-client';
import { createMock } from '@product/mock-server';
import { pino } from 'pino';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const cwd = fileURLToPath(new URL('.', import.meta.url));

/** A call that is refused once and then answered. */
async function call(options: ProductClientOptions): Promise<string> {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  mock.faults.add({ operation: 'users.me', status: 503, times: 1 });
  const base = { apiKey: key.secret, fetch: mock.fetch, clock: mock.clock };
  await new ProductClient({ ...base, ...options }).users.me();
  return key.secret;
}

test('pino gets the event as fields beside a constant message', async () => {
  const lines: { level: number; msg: string; type?: string }[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) };
  await call({ logger: pinoLogger(pino({ level: 'trace' }, stream)), logLevel: 'info' });
  expect(lines).toEqual([
    expect.objectContaining({
      ...{ level: pino.levels.values['info'], msg: '@product/api-client retry' },
      ...{ type: 'retry', operation: 'users.me', reason: 'server-error', attempt: 1 },
    }),
  ]);
});

test('the console is a logger as it is', () => {
  const logger: Logger = console;
  expect(
    () => new ProductClient({ apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja', logger }),
  ).not.toThrow();
});

test('no line of any level holds the key', async () => {
  const lines: string[] = [];
  const logger = pinoLogger(pino({ level: 'trace' }, { write: (line) => void lines.push(line) }));
  const secret = await call({ logger, logLevel: 'debug' });
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.join('')).not.toContain(secret.slice(-6));
});

const script = `
import { ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
const mock = createMock({ seed: 1 });
const { secret } = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
const client = new ProductClient({ apiKey: secret, fetch: mock.fetch, clock: mock.clock });
await client.tasks.create({ title: 'hunter2' });
await client.tasks.get('task_missing').catch(() => undefined);
`;

const levels = [
  { level: undefined, least: 0, most: 0 },
  { level: 'silent', least: 0, most: 0 },
  { level: 'warn', least: 0, most: 0 },
  { level: 'debug', least: 12, most: Number.POSITIVE_INFINITY },
];

test.each(levels)('PRODUCT_LOG=$level writes $least lines or more to the console', async (row) => {
  const argv = ['--conditions=source', '--input-type=module', '--eval', script];
  const env = { PATH: process.env['PATH'], ...(row.level && { PRODUCT_LOG: row.level }) };
  const { stdout, stderr } = await run(process.execPath, argv, { cwd, env });
  const text = stdout + stderr;
  const lines = text.split('\n').filter((line) => line.startsWith('@product/api-client '));
  expect(lines.length).toBeGreaterThanOrEqual(row.least);
  expect(lines.length).toBeLessThanOrEqual(row.most);
  expect(text).not.toContain('hunter2');
  expect(text).not.toMatch(/sk_test_mock_\w/);
});
