import { ConfigurationError } from '../errors/configuration-error.ts';

/** The parts of the global scope that a guard looks at. */
export interface Scope {
  /** Pages have one. */
  readonly window?: unknown;
  /** Pages have one. */
  readonly document?: unknown;
  /** Workers are an instance of it. */
  readonly WorkerGlobalScope?: unknown;
  /** Vercel's edge runtime has one. */
  readonly EdgeRuntime?: unknown;
  /** Names the runtime. */
  readonly navigator?: unknown;
  /** Node's, Deno's and Bun's. */
  readonly process?: unknown;
}

/**
 * A variable of the environment; absent where there is none, as in browsers.
 *
 * @param name - Its name, if the API has one.
 * @param scope - The global scope.
 * @returns `undefined` also if it is empty.
 */
export function readVariable(
  name: string | undefined,
  scope: Scope = globalThis,
): string | undefined {
  const value: unknown = name && Object(Object(scope.process).env)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Servers whose code runs in the interface of a worker, and has no visitor. */
const SERVERS = /^(Cloudflare-Workers|Deno|Bun|Node\.js)\b/;

/**
 * Whether the code runs where a visitor can read its secrets: in a page, or in a page's worker.
 *
 * @param scope - The global scope.
 */
export function isBrowser(scope: Scope = globalThis): boolean {
  if (scope.window !== undefined && scope.document !== undefined) return true;
  const { WorkerGlobalScope } = scope;
  if (typeof WorkerGlobalScope !== 'function' || !(scope instanceof WorkerGlobalScope))
    return false;
  return !scope.EdgeRuntime && !SERVERS.test(Object(scope.navigator).userAgent);
}

/**
 * Reads a URL that a credential is sent to, and refuses one that it should not be sent to.
 *
 * @param text - The URL.
 * @param allowInsecure - Allows plain `http` to a host that is not loopback.
 * @param name - Name of the option that holds it.
 * @throws A {@link ConfigurationError} `invalid_base_url` or `insecure_url`.
 */
export function readBaseUrl(text: string, allowInsecure: boolean, name = 'baseUrl'): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const { protocol, username, password, search, hash } = url ?? {};
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    username ||
    password ||
    hash ||
    (search && name === 'baseUrl')
  ) {
    throw new ConfigurationError(
      'invalid_base_url',
      `cannot use ${name}: it must be an absolute http or https URL without user, query or fragment.`,
    );
  }
  if (protocol === 'https:' || allowInsecure || LOOPBACK.test(url.hostname)) return url;
  throw new ConfigurationError(
    'insecure_url',
    `cannot send a credential to ${url.origin}: anyone on the way could read it. ` +
      'Use https, or set allowInsecure in a network that you trust.',
  );
}

const LOOPBACK = /^((.*\.)?localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;
