import { expect, test } from 'vitest';
import { checkCallOptions, checkClientOptions } from './check-options.ts';
import { nearest } from './nearest.ts';

test.each([
  [{ timeoutMS: 1 }, 'unknown_option', "'timeoutMs'"],
  [{ timeout: 1 }, 'unknown_option', "'timeoutMs'"],
  [{ apikey: 'a' }, 'unknown_option', "'apiKey'"],
  [{ baseURL: 'a' }, 'unknown_option', "'baseUrl'"],
  [{ retry: { maxAttemps: 3 } }, 'unknown_option', "'retry.maxAttempts'"],
  [{ quiteElsewhere: 1 }, 'unknown_option', 'See ClientOptions'],
  [{ constructor: 1 }, 'unknown_option', 'See ClientOptions'],
  [{ timeoutMs: '5' }, 'invalid_option', 'a number'],
  [{ timeoutMs: 0 }, 'invalid_option', 'a number'],
  [{ timeoutMs: Number.NaN }, 'invalid_option', 'a number'],
  [{ timeoutMs: 2 ** 31 }, 'invalid_option', '2147483647'],
  [{ deadlineMs: -1 }, 'invalid_option', 'a number'],
  [{ retry: { maxAttempts: 0 } }, 'invalid_option', "'retry.maxAttempts'"],
  [{ retry: 3 }, 'invalid_option', "'retry"],
  [{ rateLimit: { maxWaitMs: Number.POSITIVE_INFINITY } }, 'invalid_option', 'a number'],
  [{ rateLimit: { pace: 'slow' } }, 'invalid_option', 'burst, spread'],
  [{ rateLimit: { reserve: -1 } }, 'invalid_option', 'a number'],
  [{ rateLimit: { store: 'redis' } }, 'invalid_option', 'a value of type object'],
  [{ retry: { budget: -1 } }, 'invalid_option', 'a number'],
  [{ apiKey: 5 }, 'invalid_option', 'string or function'],
  [{ apiKey: null }, 'invalid_option', 'string or function'],
  [{ auth: null }, 'invalid_option', 'object'],
  [{ idempotency: 'yes' }, 'invalid_option', 'boolean'],
  [{ appInfo: { nmae: 'a' } }, 'unknown_option', "'appInfo.name'"],
  [{ appInfo: { name: 'a\n' } }, 'invalid_option', 'ASCII'],
  [{ appInfo: 'a' }, 'invalid_option', 'object'],
  [{ fetchOptions: { redirect: 'follow' } }, 'invalid_option', 'redirect'],
  [{ fetchOptions: 'proxy' }, 'invalid_option', 'object'],
  [{ fetchOption: {} }, 'unknown_option', "'fetchOptions'"],
  [{ logLevel: 'loud' }, 'invalid_option', 'silent'],
  [null, 'invalid_option', 'object'],
])('the client options %j are refused, with a hint', (options, code, hint) => {
  const check = (): void => checkClientOptions(options as object);
  expect(check).toThrow(expect.objectContaining({ kind: 'configuration', code }));
  expect(check).toThrow(hint);
});

test('an option that is undefined counts as absent', () => {
  expect(() =>
    checkClientOptions({ apiKey: undefined, timeoutMs: undefined, retry: undefined }),
  ).not.toThrow();
  expect(() => checkCallOptions({ signal: undefined })).not.toThrow();
});

test('no name is suggested that is nothing like what was written', () => {
  expect(nearest('xyz', ['timeoutMs', 'retry'])).toBeUndefined();
  expect(nearest('retries', ['timeoutMs', 'retry'])).toBe('retry');
});
