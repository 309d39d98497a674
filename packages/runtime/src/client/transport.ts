import type { Body } from '../pipeline/call.ts';
import { buildRequest } from './build-request.ts';
import type { SendRequest } from './execute.ts';
import { serializePath } from './path-parameters.ts';
import { serializeQuery } from './serialize-query.ts';
import type { Settings } from './settings.ts';

/** What a call hands over to have its request built. */
interface TransportInit {
  readonly params: { readonly path: { readonly [name: string]: unknown }; readonly query?: object };
  readonly headers: object;
  readonly body?: unknown;
  readonly bodySerializer: (body: unknown) => Body;
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * Builds the requests of calls, and hands each to the call's own `fetch`, which is the whole pipeline.
 *
 * @param settings - Settings of the client.
 */
export function createTransport(settings: Settings): SendRequest {
  return async (method, path, init) => {
    // It has this shape wherever a call is made.
    const { params, headers, body, bodySerializer, fetch } = init as TransportInit;
    const request = buildRequest(settings, {
      method,
      address: settings.baseUrl + serializePath(path, params.path),
      query: serializeQuery(params.query),
      headers: Object.entries(headers),
      body: body === undefined ? body : bodySerializer(body),
    });
    return fetch(request);
  };
}
