/** A token that expires. */
export interface ExpiringToken {
  /** The token. */
  readonly token: string;
  /** When it expires: an instant, or milliseconds since the epoch; absent if it does not tell. */
  readonly expiresAt?: Date | number | undefined;
}

/**
 * A token, or a function that gives one.
 *
 * @remarks A function is asked once, whatever the number of calls that wait for it; again when the server
 * rejects its token; and ahead of `expiresAt`, if it tells one: 60 seconds, or a tenth of the token's life
 * if that is more, but never before half of it.
 */
export type TokenSource = string | (() => string | ExpiringToken | Promise<string | ExpiringToken>);
