import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Position } from './page-style.ts';

/**
 * The text that a list can be resumed from.
 *
 * @remarks It holds where the next page starts, as the server said, and the mark of the list.
 * @param mark - Mark of the list; see {@link markOf}.
 * @param position - Where the next page starts.
 */
export function writeResumeToken(mark: string, position: Position): string {
  // `btoa` takes no more than Latin-1, and a cursor can be any text.
  return btoa(encodeURIComponent(JSON.stringify([mark, position])));
}

/**
 * Where a list is resumed.
 *
 * @param token - What {@link writeResumeToken} gave.
 * @param mark - Mark of the list.
 * @throws A {@link ConfigurationError} `invalid_resume_token` if it is another list's, or no such token.
 */
export function readResumeToken(token: string, mark: string): Position {
  try {
    const [owner, position]: unknown[] = JSON.parse(decodeURIComponent(atob(token)));
    const isPosition = typeof position === 'string' || typeof position === 'number';
    if (owner === mark && isPosition) return position;
  } catch {
    // No token at all, which is told like the token of another list.
  }
  const message =
    'cannot resume the list: no page of this operation and query made the token. ' +
    'Pass the resumeToken of one of its pages.';
  throw new ConfigurationError('invalid_resume_token', message);
}

/**
 * Tells a list from others by a hash, so that a token does not hold what was asked for.
 *
 * @remarks It keeps tokens from being mixed up, and proves nothing to an attacker.
 * @param parts - What makes the list this one.
 */
export function markOf(...parts: readonly unknown[]): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (const unit of JSON.stringify(parts)) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
