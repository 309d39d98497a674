/**
 * The target of the link with the relation `next`.
 *
 * @param header - Value of the header `Link`.
 * @returns `undefined` if there is none.
 * @see RFC 8288, section 3
 */
export function readNextLink(header: string): string | undefined {
  for (const [, target, parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    // Only the first relation counts.
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? [];
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('next')) return target;
  }
  return undefined;
}
