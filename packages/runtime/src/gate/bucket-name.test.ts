import { expect, test } from 'vitest';
import { bearer, header, noCredential } from '../credentials/constructors.ts';
import type { Credential } from '../credentials/credential.ts';
import { Secret } from '../credentials/secret.ts';
import { KEY } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { bucketName } from './bucket-name.ts';

const origin = 'https://api.example.com';
const nameOf = async (credential: Credential | undefined, of = origin): Promise<string> =>
  bucketName(credential, of, new VirtualClock());

test('a name is the first half of a SHA-256 of the origin and the token', async () => {
  // printf 'https://api.example.com\nsk_test_mock_4f9a2c7e1b' | sha256sum | cut -c1-32
  expect(await nameOf(bearer(KEY))).toBe('15d3adaede2a24caed00178a76aa2228');
  // printf 'https://api.example.com\n' | sha256sum | cut -c1-32
  expect(await nameOf(undefined)).toBe('7d93f7fbe52cf813518a31e192d12015');
});

test('a name depends on token and origin, and not on how the token is sent', async () => {
  const name = await nameOf(bearer(KEY));
  expect(await nameOf(header('x-api-key', KEY))).toBe(name);
  expect(await nameOf(bearer(`${KEY}2`))).not.toBe(name);
  expect(await nameOf(bearer(KEY), `${origin} search`)).not.toBe(name);
});

test('a credential with an account is named by it, and not asked for a token', async () => {
  const asked: number[] = [];
  const withAccount: Credential = {
    ...noCredential(),
    account: 'client_1',
    obtain: ({ timeoutMs }) => {
      asked.push(timeoutMs);
      return new Secret(KEY);
    },
  };
  const name = await nameOf(withAccount);
  expect(asked).toEqual([]);
  expect(name).not.toBe(await nameOf({ ...withAccount, account: undefined }));
  expect(asked).toEqual([30_000]);
});
