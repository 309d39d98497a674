import type { Credential } from '../credentials/credential.ts';

/**
 * A cause that holds no secret: the thing itself, or an error with the masked text in its place.
 *
 * @param cause - What a custom `fetch`, or the platform's, threw.
 * @param credential - Knows what must not be shown.
 */
export function maskCause(cause: unknown, credential: Credential): unknown {
  const text = describe(cause);
  const masked = credential.maskIn(text);
  return masked === text ? cause : new Error(masked);
}

function describe(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error)) return String(cause);
  const deeper = cause.cause && depth < 5 ? describe(cause.cause, depth + 1) : '';
  return `${cause.message} ${cause.stack ?? ''} ${deeper}`;
}
