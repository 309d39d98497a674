import { WebhookError } from '../errors/webhook-error.ts';
import { readCapped } from './read-capped.ts';
import { type WebhookHandlerOptions, webhookTaker } from './take-webhook.ts';
import type { WebhookBody } from './verify-webhook.ts';

/** What is needed of a request of `node:http`, or of a framework on top of it. */
export interface NodeWebhookRequest extends AsyncIterable<unknown> {
  /** Method. */
  readonly method?: string | undefined;
  /** Headers, by their names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** Whether somebody has read from it. */
  readonly readableDidRead?: boolean;
  /** What a body parser has made of its body. */
  readonly body?: unknown;
  /** Its body as it came, if the framework keeps it. */
  readonly rawBody?: unknown;
  /** Lets the rest of it go. */
  resume(): unknown;
}

/** What is needed of a response of `node:http`. */
export interface NodeWebhookResponse {
  /** Writes status and headers. */
  writeHead(status: number, headers: { [name: string]: string }): unknown;
  /** Ends it. */
  end(text: string): unknown;
}

/**
 * A handler of webhooks for `node:http`, Express and their like; see {@link webhookHandler}.
 *
 * @remarks It reads the body itself, or takes what `express.raw()` left. After `express.json()` the raw body
 * is gone, and it answers 500: mount it before.
 * @param options - Secret, functions by event, and how strict.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`, if the secret is given as text.
 */
export function nodeWebhookHandler<Events>(
  options: WebhookHandlerOptions<Events>,
): (request: NodeWebhookRequest, response: NodeWebhookResponse) => Promise<void> {
  const take = webhookTaker(options);
  return async (request, response) => {
    const { method, headers } = request;
    const read = (maxBytes: number): Promise<WebhookBody> => readBody(request, maxBytes);
    const { status, reason } = await take({ method, headers, read });
    response.writeHead(status, {
      ...(reason && { 'content-type': 'text/plain' }),
      ...(status === 405 && { allow: 'POST' }),
      // The rest of the body is not waited for.
      ...(status === 413 && { connection: 'close' }),
    });
    response.end(reason);
  };
}

async function readBody(request: NodeWebhookRequest, maxBytes: number): Promise<WebhookBody> {
  const kept = [request.rawBody, request.body].find(isRaw);
  if (kept !== undefined) return kept;
  if (request.readableDidRead) {
    const message =
      'cannot verify the webhook: its body was parsed before. ' +
      'Mount the handler before express.json(), or behind express.raw().';
    throw new WebhookError('body_not_raw', message);
  }
  const chunks = request[Symbol.asyncIterator]();
  // Left by `return`, the iterator would tear down the socket before the answer is out.
  const source = { next: () => chunks.next(), leave: () => request.resume() };
  return readCapped(source, String(request.headers['content-length']), maxBytes);
}

function isRaw(body: unknown): body is WebhookBody {
  return typeof body === 'string' || body instanceof Uint8Array;
}
