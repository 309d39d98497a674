import type { Middleware } from 'openapi-fetch';

/** What a middleware is told of a request, beside the request itself. */
export type RequestFacts = Omit<Parameters<NonNullable<Middleware['onRequest']>>[0], 'request'>;

/** A request on its way through the middleware of `client.api`. */
export interface Passage {
  /** In the order of their registration; answers pass through them backwards. */
  readonly middleware: readonly Middleware[];
  /** What each of them is told. */
  readonly facts: RequestFacts;
  /** Sends what comes out. */
  readonly send: (request: Request) => Promise<Response>;
}

/**
 * Sends a request through middleware as openapi-fetch does.
 *
 * @param request - The request.
 * @param passage - The middleware, and what follows it.
 * @see https://openapi-ts.dev/openapi-fetch/middleware-auth
 */
export async function passThrough(request: Request, passage: Passage): Promise<Response> {
  const { middleware, facts, send } = passage;
  const inwards = [...middleware];
  const outwards = [...middleware].reverse();
  let sent = request;
  for (const { onRequest } of inwards) {
    const result = await onRequest?.({ ...facts, request: sent });
    if (result instanceof Response) return result;
    sent = result ?? sent;
  }
  let response = await send(sent).catch(async (error: unknown) => {
    let failure = error;
    for (const { onError } of outwards) {
      const result = await onError?.({ ...facts, request: sent, error: failure });
      if (result instanceof Response) return result;
      failure = result ?? failure;
    }
    throw failure;
  });
  for (const { onResponse } of outwards) {
    response = (await onResponse?.({ ...facts, request: sent, response })) ?? response;
  }
  return response;
}
