import type { MockHeaders } from '../exchange/message.ts';

const mask = '…';
const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);
const secretMembers =
  'key|secret|client_secret|access_token|refresh_token|subject_token|password|api_key|token|jwt';

/**
 * A credential that can still be told from others and no longer used: at most twelve characters of
 * its start, four of its end, never more than half of it.
 */
export function maskSecret(secret: string): string {
  const kept = Math.floor(secret.length / 2);
  const tail = Math.min(4, Math.floor(kept / 4));
  const head = Math.min(12, kept - tail);
  return `${secret.slice(0, head)}${mask}${tail === 0 ? '' : secret.slice(-tail)}`;
}

/**
 * Headers with credentials masked: `authorization`, cookies, and those that the API itself uses.
 *
 * @param headers - Names in lower case.
 * @param names - Further names of headers that carry a credential, in lower case.
 */
export function maskHeaders(headers: MockHeaders, names: ReadonlySet<string>): MockHeaders {
  const masked = Object.entries(headers).map(([name, values]) => {
    const secret = secretHeaders.has(name) || names.has(name) || /api-?key|token|secret/.test(name);
    return [name, secret ? values?.map(maskCredentials) : values];
  });
  return Object.fromEntries(masked);
}

/**
 * What masks the members of a JSON or form body that carry a credential.
 *
 * @remarks The text is searched, not parsed: a body that is cut off or malformed is masked as well.
 * @param further - Names besides the usual ones.
 */
export function createBodyMask(further: readonly string[] = []): (body: string) => string {
  const escaped = further.map((name) => name.replace(/[^\w]/g, '\\$&'));
  const members = [secretMembers, ...escaped].join('|');
  const inJson = new RegExp(`("(?:${members})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'gi');
  const inForm = new RegExp(`((?:^|[?&])(?:${members})=)([^&#\\s]*)`, 'gi');
  const replace = (_whole: string, start: string, secret: string) => start + maskSecret(secret);
  return (body) => body.replace(inJson, replace).replace(inForm, replace);
}

/** Masks the usual members of a body, or of a path with its query. */
export const maskBody: (body: string) => string = createBodyMask();

// The scheme stays legible, and so does its absence.
function maskCredentials(value: string): string {
  const [, scheme = '', credentials = ''] = /^([A-Za-z]+\s+)?(.*)$/s.exec(value) ?? [];
  return scheme + maskSecret(credentials);
}
