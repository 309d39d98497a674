import { ClientError } from './client-error.ts';

/** What can be wrong with a webhook. */
export type WebhookCode =
  | 'missing_secret'
  | 'malformed_secret'
  | 'unsupported_key'
  | 'missing_header'
  | 'malformed_header'
  | 'timestamp_out_of_tolerance'
  | 'signature_mismatch'
  | 'malformed_body'
  | 'incomplete_body'
  | 'body_too_large'
  | 'body_not_raw'
  | 'replayed';

/** A webhook that cannot be trusted or read; nothing in it may be used. */
export class WebhookError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'webhook' as const;
  /** Name of the class. */
  override readonly name: string = 'WebhookError';
  /** What is wrong. */
  declare readonly code: WebhookCode;
}
