import { isBrowser, type Scope } from './environment.ts';
import type { AppInfo } from './options.ts';
import type { ApiProfile } from './profile.ts';

/**
 * Tells the API which package calls, in which runtime, and for which application:
 * `product-api-client/1.4.0 (Node.js/24) my-app/2.0.1 (https://my-app.example)`.
 *
 * @param profile - Names the package.
 * @param appInfo - Names the application.
 * @param scope - The global scope.
 * @returns `undefined` in a browser, which has a name of its own and asks the API before it sends another.
 * @see RFC 9110 section 10.1.5
 */
export function userAgentOf(
  { packageName, packageVersion }: ApiProfile,
  appInfo: AppInfo | undefined,
  scope: Scope = globalThis,
): string | undefined {
  if (isBrowser(scope)) return undefined;
  const { node } = Object(Object(scope.process).versions);
  const runtime = Object(scope.navigator).userAgent ?? (node && `Node.js/${node}`);
  const { name, version, url } = appInfo ?? {};
  // A product's name is a token, which has neither `@` nor `/`.
  const product = versioned(packageName.replace(/^@/, '').replace('/', '-'), packageVersion);
  const parts = [product, runtime && `(${runtime})`, versioned(name, version), url && `(${url})`];
  return parts.filter(Boolean).join(' ');
}

function versioned(name: string | undefined, version: string | undefined): string | undefined {
  return name && version ? `${name}/${version}` : name;
}
