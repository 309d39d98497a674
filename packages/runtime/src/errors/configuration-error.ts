import { ClientError } from './client-error.ts';

/** What can be wrong with options and arguments. */
export type ConfigurationCode =
  | 'missing_key'
  | 'malformed_key'
  | 'invalid_key_checksum'
  | 'key_source_failed'
  | 'mode_mismatch'
  | 'insecure_url'
  | 'invalid_base_url'
  | 'browser_refused'
  | 'unknown_option'
  | 'invalid_option'
  | 'invalid_path_parameter'
  | 'invalid_resume_token'
  | 'idempotency_not_declared'
  | 'invalid_request'
  | 'foreign_origin';

/** Options or arguments that cannot be used; nothing was sent. */
export class ConfigurationError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'configuration' as const;
  /** Name of the class. */
  override readonly name: string = 'ConfigurationError';
  /** What is wrong. */
  declare readonly code: ConfigurationCode;
}
