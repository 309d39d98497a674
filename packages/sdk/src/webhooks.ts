/**
 * Verification of the Product API's webhooks, and handlers for servers.
 *
 * @packageDocumentation
 */

import {
  type WebhookHandlerOptions as HandlerOptions,
  webhookHandler as handle,
  nodeWebhookHandler as handleOnNode,
  type NodeWebhookRequest,
  type NodeWebhookResponse,
  type UnwrapOptions,
  unwrapWebhook as unwrap,
  type WebhookBody,
  type WebhookHeaders,
  type WebhookSecret,
} from '@product/client-runtime/webhooks';
import type { WebhookEvent, WebhookEventMap } from './generated/index.ts';

export {
  ClientError as ProductError,
  type MemoryReplayStoreOptions,
  memoryReplayStore,
  type NodeWebhookRequest,
  type NodeWebhookResponse,
  type UnwrapOptions,
  type WebhookBody,
  type WebhookCode,
  type WebhookContext,
  WebhookError,
  type WebhookHeaders,
  type WebhookReplayStore,
  type WebhookSecret,
} from '@product/client-runtime/webhooks';
export type { WebhookEvent, WebhookEventMap } from './generated/index.ts';

/** What a handler of the Product API's webhooks does. */
export type WebhookHandlerOptions = HandlerOptions<WebhookEventMap>;

/**
 * The event in a webhook, after its signature and its age have been verified.
 *
 * @remarks Give the body as it came: parsed and serialized again it is another text, and no
 * signature fits it. An event can be delivered more than once: pass a `replayStore`, or drop what
 * has a `webhook-id` that you have seen. The `type` of the event tells its `data`.
 *
 * @param body - The raw body of the request.
 * @param headers - The headers of the request.
 * @param rest - The endpoint's secret, or several while it is rotated; then how strict.
 * @throws A {@link WebhookError} if it cannot be trusted or read; `code` tells why.
 * @see https://www.standardwebhooks.com
 * @example
 * ```ts
 * const event = await unwrapWebhook(body, headers, secret);
 * if (event.type === 'task.created') {
 *   console.log(event.data.title);
 * }
 * ```
 */
export function unwrapWebhook(
  body: WebhookBody,
  headers: WebhookHeaders,
  ...rest: [secret: WebhookSecret, options?: UnwrapOptions]
): Promise<WebhookEvent> {
  return unwrap<WebhookEvent>(body, headers, ...rest);
}

/**
 * A handler of webhooks for servers that speak fetch: Hono, Next, Workers, Deno, Bun.
 *
 * @remarks Answers 204 once the event is handled or was before; 400 to what cannot be trusted or
 * read, 405, 409 while the same webhook is being handled, 413, and 500 if its function throws or the
 * secret cannot be used, so that the event comes again.
 *
 * @param options - Secret, functions by event, and how strict.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`, if the secret is given as
 * text.
 * @example
 * ```ts
 * const POST = webhookHandler({
 *   secret,
 *   replayStore: memoryReplayStore(),
 *   on: {
 *     'api_key.revoked': (event) => console.log(event.data.name),
 *   },
 * });
 * ```
 */
export function webhookHandler(
  options: WebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  return handle(options);
}

/**
 * A handler of webhooks for `node:http`, Express and their like; see {@link webhookHandler}.
 *
 * @remarks It reads the body itself, or takes what `express.raw()` left. After `express.json()` the
 * raw body is gone, and it answers 500: mount it before.
 *
 * @param options - Secret, functions by event, and how strict.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`, if the secret is given as
 * text.
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 *
 * createServer(
 *   nodeWebhookHandler({
 *     secret,
 *     on: { 'task.created': (event) => console.log(event.data.title) },
 *   }),
 * );
 * ```
 */
export function nodeWebhookHandler(
  options: WebhookHandlerOptions,
): (request: NodeWebhookRequest, response: NodeWebhookResponse) => Promise<void> {
  return handleOnNode(options);
}
