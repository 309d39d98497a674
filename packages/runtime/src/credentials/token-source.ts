/**
 * A token, or a function that gives one.
 *
 * @remarks A function is asked once, whatever the number of calls that wait for it, and again when the
 * server rejects its token.
 */
export type TokenSource = string | (() => string | Promise<string>);
