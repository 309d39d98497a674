import { expect, test } from 'vitest';
import { Secret } from '../credentials/secret.ts';
import { profile } from '../testing/example-client.ts';
import { Client } from './client.ts';
import { checkMode, findModeMismatch, modeOf } from './mode.ts';

const LIVE = 'https://api.example.com';
const SANDBOX = 'https://sandbox.example.com';
const hosts = { ...profile, modeUrls: { live: LIVE, test: SANDBOX } };

test.each([
  ['sk_live_mock_a', 'live'],
  ['sk_test_mock_a', 'test'],
  ['other', undefined],
  ['', undefined],
])('the key %j is of the mode %s', (key, want) => {
  expect(modeOf(new Secret(key), profile.keyPrefixes)).toBe(want);
});

test.each([
  ['sk_test_mock_a', 'test', false],
  ['sk_test_mock_a', 'live', true],
  ['other', 'live', true],
  ['other', undefined, false],
])('the key %j where the mode %s is expected is refused: %s', (...[key, expectMode, want]) => {
  const check = (): void => checkMode(new Secret(key), { expectMode, profile });
  if (want) expect(check).toThrow(expect.objectContaining({ code: 'mode_mismatch' }));
  else expect(check).not.toThrow();
});

test.each([
  ['sk_test_mock_a', LIVE, { keyMode: 'test', urlMode: 'live' }],
  ['sk_live_mock_a', SANDBOX, { keyMode: 'live', urlMode: 'test' }],
  ['sk_live_mock_a', LIVE, undefined],
  ['sk_test_mock_a', 'https://proxy.example.com', undefined],
  ['other', LIVE, undefined],
])('the key %j at %s meets another mode: %j', (key, url, want) => {
  expect(findModeMismatch(new Secret(key), url, hosts)).toEqual(want);
});

test.each([
  ['that are the same', { live: LIVE, test: LIVE }],
  ['that nobody names', undefined],
])('a test key is at home at modes’ addresses %s', (_, modeUrls) => {
  const one = { ...profile, ...(modeUrls && { modeUrls }) };
  expect(findModeMismatch(new Secret('sk_test_mock_a'), LIVE, one)).toBeUndefined();
});

test('a client that is made with a test key at the live address warns once', () => {
  const events: unknown[] = [];
  const onEvent = (event: unknown): number => events.push(event);
  const options = { apiKey: 'sk_test_mock_a', baseUrl: `${LIVE}/`, onEvent };
  new Client({ profile: hosts, operations: {} }, options);
  expect(events).toEqual([{ type: 'mode-mismatch', keyMode: 'test', urlMode: 'live' }]);
});
