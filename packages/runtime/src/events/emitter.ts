import type { ClientEvent } from './events.ts';
import { LOG_LEVELS, type Logger, type LogLevel } from './logger.ts';

/** Where events go. */
export interface Listeners {
  /** The user's listener. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /** The user's logger. */
  readonly logger?: Logger | undefined;
  /** Least level that reaches the logger. */
  readonly logLevel?: LogLevel | undefined;
}

const LEVELS: { readonly [Type in ClientEvent['type']]: Exclude<LogLevel, 'silent'> } = {
  attempt: 'debug',
  retry: 'info',
  wait: 'info',
  'rate-limited': 'info',
  'rate-limit-low': 'warn',
  'rate-limit-store': 'warn',
  'auth-failure': 'warn',
};

/**
 * Tells the listener and the logger of events; a listener that throws harms no call.
 *
 * @param listeners - Where events go.
 */
export function createEmitter(listeners: Listeners): (event: ClientEvent) => void {
  const { onEvent, logger, logLevel = 'warn' } = listeners;
  if (!onEvent && !logger) return () => undefined;
  const most = LOG_LEVELS.indexOf(logLevel);
  return (event) => {
    const level = LEVELS[event.type];
    if (logger && LOG_LEVELS.indexOf(level) <= most) logger[level](event.type, event);
    try {
      onEvent?.(event);
    } catch (error) {
      if (most > 0) logger?.error('onEvent threw', { name: Object(error).name });
    }
  };
}
