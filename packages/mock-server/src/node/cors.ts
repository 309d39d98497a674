import type { IncomingHttpHeaders } from 'node:http';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The answer to a browser that asks whether it may send a request; undefined when it does not ask.
 *
 * @remarks Every origin may call the mock, with cookies if it likes, as documents may ask for a key
 * in one: what a mock has is made up, so a page learns nothing by it.
 *
 * @param method - Of the request.
 * @param headers - Of the request.
 * @see {@link https://fetch.spec.whatwg.org/#cors-preflight-fetch | Fetch, CORS-preflight fetch}
 */
export function preflightHeaders(
  method: string | undefined,
  headers: IncomingHttpHeaders,
): { readonly [name: string]: string } | undefined {
  const asked = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || asked === undefined || headers.origin === undefined) return undefined;
  const requested = headers['access-control-request-headers'];
  // Documents have others, such as QUERY; one that is no token is no method (RFC 9110 §9.1).
  const known = /^[\w!#$%&'*+.^`|~-]{1,40}$/.test(asked) ? [asked] : [];
  const isLocal = headers['access-control-request-private-network'] === 'true';
  return {
    ...allowOrigin(headers.origin),
    'Access-Control-Allow-Methods': [...new Set([...methods, ...known])].join(', '),
    ...(requested === undefined ? {} : { 'Access-Control-Allow-Headers': requested }),
    'Access-Control-Max-Age': '600',
    // A page of the public network asks before it calls this machine.
    ...(isLocal ? { 'Access-Control-Allow-Private-Network': 'true' } : {}),
    Vary: 'Origin, Access-Control-Request-Headers',
  };
}

/**
 * What lets a page read an answer, all its headers included; nothing for a caller that is no page.
 *
 * @param origin - The `Origin` of the request.
 * @param names - Names of the answer's headers.
 */
export function corsHeaders(
  origin: string | undefined,
  names: readonly string[],
): { readonly [name: string]: string } {
  if (origin === undefined) return {};
  return {
    ...allowOrigin(origin),
    'Access-Control-Expose-Headers': names.join(', '),
    Vary: 'Origin',
  };
}

// A star allows no cookies.
function allowOrigin(origin: string): { readonly [name: string]: string } {
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
}
