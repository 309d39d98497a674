/**
 * The path and query that a request asks for, as sent: nothing is decoded or tidied up, since what
 * is malformed must reach the mock as it is.
 *
 * @param target - In origin form, or in absolute form, as a proxy would get it.
 * @returns Undefined when the target is no path, as in `OPTIONS *`.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9112#section-3.2 | RFC 9112, request target}
 */
export function requestPath(target: string): string | undefined {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const rooted = path === '' || path.startsWith('?') ? `/${path}` : path;
  return rooted.startsWith('/') ? rooted : undefined;
}

/**
 * The path below the document's base path: clients may call the mock with it (`/v1/tasks`) or
 * without it (`/tasks`), the mock sees the former.
 *
 * @param path - Path and query, from the root.
 * @param basePath - `/v1`, or the empty text.
 */
export function withBasePath(path: string, basePath: string): string {
  const below = /^[^?#]*/.exec(path)?.[0] ?? '';
  return below === basePath || below.startsWith(`${basePath}/`) ? path : basePath + path;
}
