import type { Secret } from './secret.ts';

/**
 * What proves to the API who is calling.
 *
 * @remarks It belongs to one origin: it is never sent after a redirect, nor to another host.
 */
export interface Credential {
  /** Name of the header that carries it, in lower case; `undefined` for a credential that sends none. */
  readonly headerName: string | undefined;
  /** Whether a new token can be had when the server rejects this one. */
  readonly renewable: boolean;
  /** The token, if it is known without asking. */
  readonly current: Secret | undefined;
  /**
   * The token, asked for if it must be: one question for any number of callers.
   *
   * @throws {@link ConfigurationError} if what the source gives cannot be a token.
   */
  obtain(): Promise<Secret>;
  /**
   * The value of the header.
   *
   * @param token - What {@link Credential.obtain} gave.
   */
  format(token: Secret): string;
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
