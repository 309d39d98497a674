import { readCapped } from './read-capped.ts';
import { type WebhookHandlerOptions, webhookTaker } from './take-webhook.ts';

/**
 * A handler of webhooks for servers that speak fetch: Hono, Next, Workers, Deno, Bun.
 *
 * @remarks Answers 204 once the event is handled or was before; 400 to what cannot be trusted or read, 405,
 * 409 while the same webhook is being handled, 413, and 500 if its function throws or the secret cannot be
 * used.
 * @param options - Secret, functions by event, and how strict.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`, if the secret is given as text.
 */
export function webhookHandler<Events>(
  options: WebhookHandlerOptions<Events>,
): (request: Request) => Promise<Response> {
  const take = webhookTaker(options);
  return async (request) => {
    const { method, headers, body } = request;
    const { status, reason } = await take({
      method,
      headers,
      read: (maxBytes) => readCapped(chunksOf(body), headers.get('content-length'), maxBytes),
    });
    const allow = status === 405 ? { allow: 'POST' } : undefined;
    return new Response(reason || null, { status, ...(allow && { headers: allow }) });
  };
}

function chunksOf(body: Request['body']): Parameters<typeof readCapped>[0] {
  const reader = body?.getReader();
  return {
    next: async () => (reader ? reader.read() : { done: true }),
    leave: () => reader?.cancel(),
  };
}
