import { HttpResponse, http, type RequestHandler } from 'msw';

/** What the handler needs of a mock. */
export interface MockBehindMsw {
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
  /** The whole mock as a fetch function. */
  readonly fetch: (input: Request) => Promise<Response>;
}

/**
 * The mock as handlers for `setupServer` (`msw/node`) and `setupWorker` (`msw/browser`).
 *
 * @remarks One handler takes every request to the mock, so that the time to find an
 * operation does not grow with their number: msw asks its handlers one by one. A path that the
 * document does not know is answered 404 by the mock; any other origin or path is left to the other
 * handlers. Handlers given to `server.use(…)` come first, as always.
 *
 * A scripted reset becomes a network error: the client's `fetch` rejects.
 *
 * @param mock - Behind the handler.
 * @param isOther - Whether an address that is not below the base URL is the mock's all the same.
 * @see {@link https://mswjs.io/docs/integrations/node | msw in Node}
 */
export function mswHandlers(
  mock: MockBehindMsw,
  isOther: (url: string) => boolean = () => false,
): RequestHandler[] {
  const below = belowBase(mock.baseUrl);
  return [
    http.all(
      ({ request: { url } }) => below(url) || isOther(url),
      ({ request }) => mock.fetch(request).catch(() => HttpResponse.error()),
    ),
  ];
}

// Request.url is normalized, so comparing text is enough, and cheaper than parsing.
function belowBase(baseUrl: string): (url: string) => boolean {
  const base = new URL(baseUrl).href.replace(/\/$/, '');
  return (url) => url.startsWith(base) && /^[/?#]|^$/.test(url.slice(base.length, base.length + 1));
}
