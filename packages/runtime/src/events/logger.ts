/** How much reaches a logger, from nothing to everything. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * Anything with these four methods, message first: `console`, winston, or what {@link pinoLogger} makes
 * of pino.
 *
 * @remarks The message is constant for each kind of line, `<package> <event>`; the fields are the event.
 */
export interface Logger {
  /** Each call and attempt; of each message allow-listed headers, and of its body type and length. */
  debug(message: string, fields?: object): void;
  /** Waits and retries. */
  info(message: string, fields?: object): void;
  /** A limit that runs low, a refused credential, a deprecated operation, a lost store. */
  warn(message: string, fields?: object): void;
  /** A listener that threw. */
  error(message: string, fields?: object): void;
}

/** Levels by weight: a message is passed on if its level weighs no more than the logger's. */
export const LOG_LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];
