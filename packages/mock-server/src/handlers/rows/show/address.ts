import type { JsonValue } from '@product/spec-model';
import type { Call } from '../../handler.ts';

/** Where a request went. */
export interface Address {
  /** `https://api.example.com`: what the caller used, as far as the door knows. */
  readonly origin: string;
  /** As it was sent, with the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Where a request went, without the credentials that its query held. */
export function addressOf({ core, request }: Asked): Address {
  const { url } = request;
  const known = originOf(url);
  const origin = originAsked({ core, request });
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

/** Where the API is for the caller: the origin that was used, with the base path. */
export function baseOf(call: Call): string {
  return addressOf(call).origin + call.core.basePath;
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

/** What is asked, and whom. */
export type Asked = Pick<Call, 'core' | 'request'>;

/** `https://api.example.com`: what the caller used, as far as the door knows. */
export function originAsked({ core, request }: Asked): string {
  const known = originOf(request.url);
  if (known !== undefined) return known;
  const host = request.headers['host']?.[0];
  return host === undefined ? (originOf(core.baseUrl) ?? core.baseUrl) : `http://${host}`;
}

function originOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
}
