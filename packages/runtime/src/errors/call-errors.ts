import { ClientError } from './client-error.ts';

/**
 * No answer came, or it was cut off.
 *
 * @remarks `code` is `connection_failed`, `body_cut_off`, `headers_too_large` or `redirect_refused`.
 */
export class ConnectionError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'connection' as const;
  /** Name of the class. */
  override readonly name: string = 'ConnectionError';
}

/**
 * A time limit ran out.
 *
 * @remarks `code` is `attempt_timeout` (see `timeoutMs`) or `deadline_exceeded` (see `deadlineMs`).
 */
export class TimeoutError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'timeout' as const;
  /** Name of the class. */
  override readonly name: string = 'TimeoutError';
}

/** The caller's signal ended the call; its reason is the `cause`. */
export class AbortError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'abort' as const;
  /** Name of the class. */
  override readonly name: string = 'AbortError';
}
