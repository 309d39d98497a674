import { ClientError } from './client-error.ts';

/**
 * No answer came, or it was cut off.
 *
 * @remarks `code` is `connection_failed`, `body_cut_off`, `headers_too_large` or `redirect_refused`. What
 * came before an answer was cut off (`body_cut_off`) is told by its status, request id and snippet.
 */
export class ConnectionError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'connection' as const;
  /** Name of the class. */
  override readonly name: string = 'ConnectionError';
  /** Status of the answer that was cut off. */
  declare readonly status?: number;
  /** Id that the server gave the request. */
  declare readonly requestId?: string | undefined;
  /** Start of the body that came, at most 200 characters, without secrets. */
  declare readonly snippet?: string;
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

/**
 * The call was ended from outside.
 *
 * @remarks `code` is `aborted` (by the caller's signal, whose reason is the `cause`) or `client_disposed`.
 */
export class AbortError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'abort' as const;
  /** Name of the class. */
  override readonly name: string = 'AbortError';
}
