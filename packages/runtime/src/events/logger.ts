/** How much reaches a logger, from nothing to everything. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Anything with these four methods: `console`, pino, winston. */
export interface Logger {
  /** Each attempt. */
  debug(message: string, fields?: object): void;
  /** Waits and retries. */
  info(message: string, fields?: object): void;
  /** A limit that runs low, a refused credential. */
  warn(message: string, fields?: object): void;
  /** A listener that threw. */
  error(message: string, fields?: object): void;
}

/** Levels by weight: a message is passed on if its level weighs no more than the logger's. */
export const LOG_LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];
