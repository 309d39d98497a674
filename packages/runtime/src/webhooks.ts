/**
 * Verification of webhooks by the Standard Webhooks specification, wherever WebCrypto is, and handlers
 * for servers.
 *
 * @packageDocumentation
 */

export { ClientError } from './errors/client-error.ts';
export { type WebhookCode, WebhookError } from './errors/webhook-error.ts';
export {
  type NodeWebhookRequest,
  type NodeWebhookResponse,
  nodeWebhookHandler,
} from './webhooks/node-webhook-handler.ts';
export {
  type MemoryReplayStoreOptions,
  memoryReplayStore,
  type WebhookReplayStore,
} from './webhooks/replay-store.ts';
export type { WebhookSecret } from './webhooks/signing-key.ts';
export type { WebhookContext, WebhookHandlerOptions } from './webhooks/take-webhook.ts';
export { unwrapWebhook } from './webhooks/unwrap-webhook.ts';
export type { UnwrapOptions, WebhookBody } from './webhooks/verify-webhook.ts';
export { webhookHandler } from './webhooks/webhook-handler.ts';
export type { WebhookHeaders } from './webhooks/webhook-headers.ts';
