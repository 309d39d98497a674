import type { Masker } from './mask-cause.ts';

/**
 * Headers of an answer without secrets.
 *
 * @param headers - The headers.
 * @param masker - Knows what must not be shown.
 */
export function maskHeaders(headers: Headers, masker: Masker): Headers {
  const masked = new Headers();
  for (const [name, value] of headers) {
    if (masker.maskIn(name) === name) masked.append(name, masker.maskIn(value));
  }
  return masked;
}

/**
 * The body of a refusal without secrets; JSON is written anew, so that no escape hides one.
 *
 * @param body - The body.
 * @param masker - Knows what must not be shown.
 */
export function maskBody(body: string, masker: Masker): string {
  try {
    return masker.maskIn(JSON.stringify(JSON.parse(body)));
  } catch {
    return masker.maskIn(body);
  }
}

/**
 * The answer with a URL that shows no secret: a credential can be part of the query.
 *
 * @param response - The answer; it is changed.
 * @param url - Its URL.
 * @param masker - Knows what must not be shown.
 */
export function maskUrl(response: Response, url: string, masker: Masker): Response {
  const value = masker.maskIn(url);
  return value === response.url ? response : Object.defineProperty(response, 'url', { value });
}
