import type { ApiModel, ApiOperation, SecurityScheme } from '@product/spec-model';

/** What a `curl` needs to be let in. */
export interface CurlCredentials {
  /** Before the URL, with a space at the end of each: `-u "key:" `. */
  readonly flags: string;
  /** Behind the path: `?app_id=…`; empty when nothing travels there. */
  readonly query: string;
}

/**
 * The credentials of the first alternative of an operation, for `curl`.
 *
 * @param secret - Of a key, in the place of each credential.
 */
export function curlCredentials(
  { securitySchemes }: Pick<ApiModel, 'securitySchemes'>,
  { security }: Pick<ApiOperation, 'security'>,
  secret: string,
): CurlCredentials {
  const names = Object.keys(security[0] ?? {});
  const schemes = names.flatMap((name) =>
    Object.hasOwn(securitySchemes, name) ? (securitySchemes[name] ?? []) : [],
  );
  const inQuery = schemes.filter((scheme) => scheme.in === 'query');
  const pairs = inQuery.map(({ name = '' }) => `${encodeURIComponent(name)}=${secret}`);
  return {
    flags: schemes.map((scheme) => flagOf(scheme, secret)).join(''),
    query: pairs.length === 0 ? '' : `?${pairs.join('&')}`,
  };
}

function flagOf({ type, scheme, in: place, name = '' }: SecurityScheme, secret: string): string {
  if (type === 'mutualTLS' || place === 'query') return '';
  if (type === 'apiKey') {
    return place === 'cookie' ? `-b "${name}=${secret}" ` : `-H "${name}: ${secret}" `;
  }
  if (type === 'http' && scheme === 'basic') return `-u "${secret}:" `;
  if (type === 'http' && scheme === 'digest') return `--digest -u "${secret}:" `;
  const word = type === 'http' && scheme !== 'bearer' ? scheme : 'Bearer';
  return `-H "Authorization: ${word} ${secret}" `;
}
