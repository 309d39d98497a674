import type { JsonValue } from '@product/spec-model';
import type { Call } from '../handler.ts';

/** Where a request went. */
export interface Address {
  /** `https://api.example.com`: what the caller used, as far as the door knows. */
  readonly origin: string;
  /** As it was sent, with the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Where a request went, without the credentials that its query held. */
export function addressOf({ core, request }: Call): Address {
  const { url } = request;
  const known = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url)?.[1];
  const host = request.headers['host']?.[0];
  const origin = known ?? (host === undefined ? originOf(core.baseUrl) : `http://${host}`);
  const [path = '/', ...query] = url
    .slice(known?.length ?? 0)
    .replace(/#.*$/s, '')
    .split('?');
  const params = new URLSearchParams(query.join('?'));
  for (const scheme of Object.values(core.model.securitySchemes)) {
    if (scheme.in === 'query' && scheme.name !== undefined) params.delete(scheme.name);
  }
  return { origin, path: path === '' ? '/' : path, query: params };
}

/** The same place with other parameters: a value sets one, `undefined` takes it away. */
export function withQuery(
  { origin, path, query }: Address,
  changes: { readonly [name: string]: JsonValue | undefined },
): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) params.delete(name);
    else params.set(name, String(value));
  }
  const text = params.toString();
  return `${origin}${path}${text === '' ? '' : `?${text}`}`;
}

function originOf(baseUrl: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(baseUrl)?.[0] ?? baseUrl;
}
