import type { ApiModel } from '@product/spec-model';
import { anything, serverUrls } from '../options/base-url.ts';

/** Where a mock stands. */
export interface Standing {
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether its user chose the address, so that the servers of the document are others. */
  readonly isChosen: boolean;
}

/**
 * Tells addresses at the servers of a document from all others: those of single operations
 * included, with every choice of their variables.
 *
 * @remarks Relative servers are read against the base URL. Where the user has chosen that, absolute
 * servers are left to other handlers.
 * @returns Takes an address as `Request.url` has it.
 */
export function atOtherServers(model: ApiModel, standing: Standing): (url: string) => boolean {
  const others = [...new Set(serverUrls(model).flatMap((url) => hrefOf(url, standing) ?? []))];
  if (others.length === 0) return () => false;
  const pattern = new RegExp(`^(?:${others.map(patternOf).join('|')})(?:[/?#]|$)`);
  return (url) => pattern.test(url);
}

function hrefOf(url: string, { baseUrl, isChosen }: Standing): string | undefined {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(url);
  if (isChosen && isAbsolute) return undefined;
  try {
    const { origin, protocol, pathname } = new URL(url, baseUrl);
    return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
}

// A name of a host ends at a dot, a step of a path at a slash.
function patternOf(href: string): string {
  const pathAt = href.indexOf('/', href.indexOf('//') + 2);
  const [host, path] = pathAt < 0 ? [href, ''] : [href.slice(0, pathAt), href.slice(pathAt)];
  return escapeAll(host, '[^./?#:@]+') + escapeAll(path, '[^/?#]+');
}

function escapeAll(text: string, any: string): string {
  return text
    .split(anything)
    .map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
    .join(any);
}
