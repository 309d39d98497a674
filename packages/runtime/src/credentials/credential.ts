import type { Clock } from '../client/clock.ts';
import type { ErrorContext } from '../errors/client-error.ts';
import type { Secret } from './secret.ts';

/** What a credential is asked for its token with. */
export interface TokenRequest {
  /** Where time comes from. */
  readonly clock: Clock;
  /** Sends a request to a token endpoint, if not `globalThis.fetch`. */
  readonly fetch?: ((request: Request, init?: RequestInit) => Promise<Response>) | undefined;
  /** How long an answer may take, in milliseconds; after that, a new question may be asked. */
  readonly timeoutMs: number;
  /** What an error states of the call that asks. */
  readonly context?: ErrorContext | undefined;
  /**
   * Told when the source has been asked, once for all calls that wait for its answer.
   *
   * @param durationMs - How long it took, in milliseconds.
   * @param isGranted - Whether it gave a token.
   */
  readonly onAsked?: ((durationMs: number, isGranted: boolean) => void) | undefined;
}

/**
 * What proves to the API who is calling.
 *
 * @remarks It belongs to one origin: it is never sent after a redirect, nor to another host.
 */
export interface Credential {
  /** Name of the header that carries it, in lower case; `undefined` if none does. */
  readonly headerName: string | undefined;
  /** Set if it sends nothing, so that nothing has to be kept from anyone. */
  readonly anonymous?: true;
  /** Whether a new token can be had when the server rejects this one. */
  readonly renewable: boolean;
  /** Whose tokens they are, if that outlives them: a client id. The rate limit is counted by it. */
  readonly account?: string | undefined;
  /** The token, if it is known without asking; it may have expired. */
  readonly current: Secret | undefined;
  /**
   * The token, asked for if it must be: one question for any number of callers.
   *
   * @param request - Clock, limit and what else the question needs.
   * @returns The token at once while one is valid, which may be one that is being replaced.
   * @throws A {@link ConfigurationError} if what the source gives cannot be a token.
   */
  obtain(request: TokenRequest): Secret | Promise<Secret>;
  /**
   * The request with the token in its place, which may be the same request.
   *
   * @param request - The request.
   * @param token - What {@link Credential.obtain} gave.
   */
  attach(request: Request, token: Secret): Request;
  /**
   * Forgets a token that the server rejected, unless a newer one has taken its place.
   *
   * @param token - The rejected one.
   */
  forget(token: Secret): void;
  /**
   * A text without this credential's secrets.
   *
   * @param text - Text that may hold them, such as an answer that echoes the key.
   */
  maskIn(text: string): string;
}
