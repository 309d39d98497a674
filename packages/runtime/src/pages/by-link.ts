import { decodeError } from '../client/decode.ts';
import { readNextLink } from './next-link.ts';
import type { PageAnswer, PageStyle } from './page-style.ts';
import { resolvePointer } from './pointer.ts';

/** Pages that link to the next one, in the body or in the header `Link`. */
export const byLink: PageStyle = {
  next(answer) {
    const { call, reply } = answer;
    const link = linkIn(answer);
    if (link === undefined || link === null || link === '') return undefined;
    const { baseUrl, credential } = call.settings;
    const target = parseUrl(String(link), call.request.url);
    // Nothing is sent elsewhere: the credential belongs to the API.
    if (!target?.href.startsWith(`${baseUrl}/`)) throw decodeError(call, reply, 'foreign_link');
    target.hash = '';
    // Some servers repeat the key in their links; the next request carries its own.
    for (const [name, value] of [...target.searchParams])
      if (credential.maskIn(value) !== value) target.searchParams.delete(name);
    return target.href.slice(baseUrl.length);
  },
  // The link stays as the server wrote it; braces would make a path template of it.
  goTo: (_, position) => ({
    path: String(position).replace(/[{}]/g, encodeURIComponent),
    query: {},
  }),
};

function linkIn({ facts: { nextPointer }, body, reply }: PageAnswer): unknown {
  return nextPointer === undefined
    ? readNextLink(reply.response.headers.get('link') ?? '')
    : resolvePointer(body, nextPointer);
}

function parseUrl(link: string, base: string): URL | undefined {
  try {
    return new URL(link, base);
  } catch {
    return undefined;
  }
}
