import type { ApiModel, ApiServer, ApiServerVariable } from '@product/spec-model';
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
  // A document may name servers of other protocols first; those are not this mock's.
  const documented =
    model.servers.map((server) => parse(server.url)).find(isHttp) ?? new URL(origin);
  const url = given === undefined ? documented : parse(given);
  if (!isHttp(url)) {
    const reason = `"${given}" is not an http or https URL`;
    const advice = "Give one such as 'https://api.example.com/v1'.";
    throw new MockError('invalid_option', `cannot create a mock: ${reason}. ${advice}`);
  }
  const basePath = url.pathname.replace(/\/+$/, '');
  const problemBase = `${documented.origin}/problems/`;
  return { baseUrl: url.origin + basePath, basePath, problemBase };
}

// A document may allow any number of versions and regions; nobody calls them all.
const maxUrls = 50;

/** What stands in a URL for a variable that may be anything: no URL of a server has it as it is. */
export const anything = '*';

/**
 * The paths of all servers of a document, those of single operations included, with every choice
 * that a variable has.
 *
 * @returns Without a slash at the end; the empty text for a server's root; {@link anything} for a
 * step that may be anything.
 */
export function basePathsOf(model: ApiModel): readonly string[] {
  const paths = serverUrls(model).map((url) => parse(url)?.pathname.replace(/\/+$/, ''));
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/**
 * All servers of a document, those of single operations included, with every choice that a variable
 * has.
 *
 * @returns As the document writes them, perhaps relative; {@link anything} for a step of the path or
 * a part of the host's name that may be anything.
 */
export function serverUrls({ servers, operations }: ApiModel): readonly string[] {
  const all = [...servers, ...operations.flatMap((operation) => operation.servers ?? [])];
  return [...new Set(all.flatMap(urlsOf))].slice(0, maxUrls);
}

function urlsOf({ url, template, variables = {} }: ApiServer): string[] {
  let urls = [template ?? url];
  for (const [name, variable] of Object.entries(variables)) {
    const choices = choicesOf(variable, name, template ?? url);
    if (choices.length === 0) continue;
    const filled = urls.flatMap((text) =>
      choices.map((value) => text.replaceAll(`{${name}}`, value)),
    );
    urls = filled.slice(0, maxUrls);
  }
  return urls;
}

// Whatever stands in the place of a whole host would make every address one of the document's.
const openPlace = /^(?:[^/]*\/\/[^/]*)?\/.*@|^[^/]*\/\/[^/]*@\.[^/{}.:]+\.[^/{}]+(?:\/|$)/;

function choicesOf(variable: ApiServerVariable, name: string, template: string): string[] {
  const standard = variable.default === undefined ? [] : [variable.default];
  if (variable.enum !== undefined) return [...variable.enum];
  return openPlace.test(template.replace(`{${name}}`, '@')) ? [...standard, anything] : standard;
}

function isHttp(url: URL | undefined): url is URL {
  return url !== undefined && /^https?:$/.test(url.protocol);
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text, origin);
  } catch {
    return undefined;
  }
}
