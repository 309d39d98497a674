import type { Clock } from '../client/clock.ts';
import type { Credential } from '../credentials/credential.ts';

/** Limit on asking for a token, in milliseconds. */
const timeoutMs = 30_000;

/**
 * Name of the bucket of a credential at an origin: the same in every process, and no secret.
 *
 * @param credential - The credential, or `undefined` for calls that need none.
 * @param origin - Scheme, host and port, and the name of the operations' own limit if they have one.
 * @param clock - Where time comes from.
 * @returns 32 hexadecimal digits of a SHA-256.
 * @throws What the credential's source throws, and where the platform has no SHA-256.
 */
export async function bucketName(
  credential: Credential | undefined,
  origin: string,
  clock: Clock,
): Promise<string> {
  const token = credential?.account ? undefined : await credential?.obtain({ clock, timeoutMs });
  const account = credential?.account ?? token?.reveal() ?? '';
  const bytes = new TextEncoder().encode(`${origin}\n${account}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
