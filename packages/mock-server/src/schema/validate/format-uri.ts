import { isIpv6 } from './format-host.ts';

/** `URI` of RFC 3986, section 3: with a scheme. */
export function isUri(text: string): boolean {
  return isAscii(text) && isIri(text);
}

/** `URI-reference` of RFC 3986, section 4.1. */
export function isUriReference(text: string): boolean {
  return isAscii(text) && isIriReference(text);
}

/** `IRI` of RFC 3987, section 2.2. */
export function isIri(text: string): boolean {
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(text)?.[0];
  return scheme !== undefined && isHierarchy(text.slice(scheme.length));
}

/** `IRI-reference` of RFC 3987, section 2.2. */
export function isIriReference(text: string): boolean {
  if (isIri(text)) return true;
  // The first segment of a relative path cannot have a colon: it would read as a scheme.
  return !/^[^/?#]*:/.test(text) && isHierarchy(text);
}

/** Everything after the scheme: authority, path, query, fragment. */
function isHierarchy(text: string): boolean {
  const [beforeFragment = '', fragment, more] = text.split('#', 3);
  const query = beforeFragment.indexOf('?');
  const front = query < 0 ? beforeFragment : beforeFragment.slice(0, query);
  const end = front.startsWith('//') ? pathStart(front) : 0;
  return (
    more === undefined &&
    isPlain(fragment ?? '') &&
    isPlain(query < 0 ? '' : beforeFragment.slice(query + 1)) &&
    isPlain(front.slice(end)) &&
    (end === 0 || isAuthority(front.slice(2, end)))
  );
}

function pathStart(front: string): number {
  const slash = front.indexOf('/', 2);
  return slash < 0 ? front.length : slash;
}

function isAuthority(text: string): boolean {
  const at = text.lastIndexOf('@');
  const place = text.slice(at + 1);
  const literal = /^\[([^\]]*)\](?::\d*)?$/.exec(place)?.[1];
  if (literal !== undefined) return isPlain(text.slice(0, Math.max(at, 0))) && isIpLiteral(literal);
  return (
    isPlain(text.slice(0, Math.max(at, 0))) && isPlain(place) && /^[^:]*(?::\d*)?$/.test(place)
  );
}

function isIpLiteral(literal: string): boolean {
  return isIpv6(literal) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal);
}

// unreserved, sub-delims, ":", "@", "/", "?", percent-encoded octets, and what is beyond ASCII
function isPlain(text: string): boolean {
  return /^(?:[\w.~!$&'()*+,;=:@/?\u00a0-\uffff-]|%[\da-f]{2})*$/i.test(text);
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}
