/**
 * Verification of webhooks by the Standard Webhooks specification, wherever WebCrypto is.
 *
 * @packageDocumentation
 */

export { ClientError } from './errors/client-error.ts';
export { type WebhookCode, WebhookError } from './errors/webhook-error.ts';
export { type UnwrapOptions, unwrapWebhook } from './webhooks/unwrap-webhook.ts';
export type { WebhookHeaders } from './webhooks/webhook-headers.ts';
