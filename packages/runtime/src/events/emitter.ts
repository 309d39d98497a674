import { openEventChannel } from './event-channel.ts';
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

/** Tells listeners what happens. */
export interface Emitter {
  /** Whether anybody listens: if not, an event need not be made. */
  readonly listens: () => boolean;
  /** Tells listener, logger and channel of an event. */
  readonly emit: (event: ClientEvent) => void;
  /** Writes a line of the lowest level; absent if the logger takes none. */
  readonly debug: ((message: string, fields: object) => void) | undefined;
}

type Level = Exclude<LogLevel, 'silent'>;

const LEVELS: { readonly [Type in ClientEvent['type']]?: Level } = {
  retry: 'info',
  wait: 'info',
  'rate-limited': 'info',
  'rate-limit-low': 'warn',
  'rate-limit-store': 'warn',
  'mode-mismatch': 'warn',
  'auth-failure': 'warn',
  deprecated: 'warn',
};

/**
 * Tells the listener, the logger and the diagnostics channel of events; one that throws harms no call.
 *
 * @param listeners - Where events go.
 * @param packageName - Name of the client's package: it begins each line and names the channel.
 * @param variable - Level from the environment: without a logger, lines go to the console from it on.
 */
export function createEmitter(
  { onEvent, logger, logLevel }: Listeners,
  packageName: string,
  variable?: string,
): Emitter {
  const log = logger ?? (variable ? globalThis.console : undefined);
  const channel = openEventChannel(packageName);
  // A word that is no level asks for less than the user may have meant, and breaks nothing.
  const weight = LOG_LEVELS.findIndex((level) => level === (logLevel ?? variable ?? 'warn'));
  const most = weight < 0 ? LOG_LEVELS.indexOf('warn') : weight;
  const write = (level: Level, message: string, fields: object): void => {
    if (LOG_LEVELS.indexOf(level) > most) return;
    attempt(() => log?.[level](`${packageName} ${message}`, fields));
  };
  const report = (error: unknown): void =>
    write('error', 'listener threw', { name: Object(error).name });
  return {
    listens: () => !!onEvent || !!log || !!channel?.hasSubscribers,
    emit(event) {
      if (channel?.hasSubscribers) channel.publish(event);
      write(LEVELS[event.type] ?? 'debug', event.type, event);
      attempt(() => onEvent?.(event), report);
    },
    debug:
      log && most === LOG_LEVELS.indexOf('debug')
        ? (message, fields) => write('debug', message, fields)
        : undefined,
  };
}

/** Runs a listener; what it throws, or rejects with if it is async, goes no further than the report. */
function attempt(listen: () => unknown, report: (error: unknown) => void = () => undefined): void {
  try {
    const result = listen();
    if (result instanceof Promise) result.catch(report);
  } catch (error) {
    report(error);
  }
}
