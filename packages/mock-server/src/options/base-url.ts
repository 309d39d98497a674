import type { ApiModel } from '@product/spec-model';
import { MockError } from '../mock-error.ts';

/** Where the mock stands. */
export interface BaseUrl {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Its path: `/v1`, or empty. */
  readonly basePath: string;
  /** What problem types begin with; the document's own server, wherever the mock stands. */
  readonly problemBase: string;
}

// Where a document names no server, or only a path (RFC 2606 keeps the name free).
const origin = 'http://localhost';

/**
 * Reads the base URL: the one given, else the document's first server.
 *
 * @throws {@link MockError} with code `invalid_option` when it is no http or https URL.
 */
export function readBaseUrl(model: ApiModel, given: string | undefined): BaseUrl {
  const documented = parse(model.servers[0]?.url ?? '/') ?? new URL(origin);
  const url = given === undefined ? documented : parse(given);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const reason = `"${given}" is not an http or https URL`;
    const advice = "Give one such as 'https://api.example.com/v1'.";
    throw new MockError('invalid_option', `cannot create a mock: ${reason}. ${advice}`);
  }
  const basePath = url.pathname.replace(/\/+$/, '');
  const problemBase = `${documented.origin}/problems/`;
  return { baseUrl: url.origin + basePath, basePath, problemBase };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text, origin);
  } catch {
    return undefined;
  }
}
