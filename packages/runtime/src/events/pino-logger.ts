import type { Logger } from './logger.ts';

/** The methods of pino, bunyan and their like, which take the fields before the message. */
export interface FieldsFirstLogger {
  /** See {@link Logger.debug}. */
  debug(fields: object, message: string): void;
  /** See {@link Logger.info}. */
  info(fields: object, message: string): void;
  /** See {@link Logger.warn}. */
  warn(fields: object, message: string): void;
  /** See {@link Logger.error}. */
  error(fields: object, message: string): void;
}

/**
 * A {@link Logger} on top of pino, or of another logger that takes the fields first.
 *
 * @remarks Pino itself would be accepted too, but drops fields that come after the message.
 * @param pino - The logger.
 */
export function pinoLogger(pino: FieldsFirstLogger): Logger {
  return {
    debug: (message, fields = {}) => pino.debug(fields, message),
    info: (message, fields = {}) => pino.info(fields, message),
    warn: (message, fields = {}) => pino.warn(fields, message),
    error: (message, fields = {}) => pino.error(fields, message),
  };
}
