import type { Middleware, Client as OpenapiClient } from 'openapi-fetch';
import type { HttpMethod, OperationFacts } from './profile.ts';
import { callRaw, type RawInit } from './raw-call.ts';
import type { Settings } from './settings.ts';

/**
 * A client of openapi-fetch's shape, typed by the document's paths, on top of the same pipeline.
 *
 * @remarks It answers `{ data, error, response }` and does not throw for an error status; it throws when
 * there is no answer.
 */
export type ApiClient<Paths extends {}> = OpenapiClient<Paths>;

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * Makes the client that is called by method and path.
 *
 * @remarks openapi-fetch gives its types and the meaning of every option. Its code would bring a second
 * way to build a request and to read an answer (see `docs/decisions/size-of-the-client.md`).
 * @param settings - Settings of the client.
 */
export function createApi<Paths extends {}>(settings: Settings): ApiClient<Paths> {
  const middleware: Middleware[] = [];
  const find = operationFinder(settings);
  const request = (method: string, path: string, init: RawInit = {}): Promise<unknown> => {
    const all = [...middleware, ...(init.middleware ?? [])];
    return callRaw(settings, find(method, path), { ...init, middleware: all });
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: RawInit) => request(method, path, init),
  ]);
  const api: unknown = {
    ...Object.fromEntries(methods),
    request,
    use: (...added: Middleware[]) => void middleware.push(...added),
    eject: (...removed: Middleware[]) =>
      void middleware.splice(0, Infinity, ...middleware.filter((one) => !removed.includes(one))),
  };
  // Its type is worked out per path from the document; a test holds each member to openapi-fetch's own.
  return api as ApiClient<Paths>;
}

function operationFinder({
  operations,
}: Settings): (method: string, path: string) => OperationFacts {
  let byRoute: Map<string, OperationFacts> | undefined;
  return (method, path) => {
    byRoute ??= new Map(
      Object.values(operations).map((facts) => [`${facts.method} ${facts.path}`, facts]),
    );
    // The values are the eight methods of HTTP; another one is the server's to refuse.
    const wanted = method.toUpperCase() as HttpMethod;
    const id = `${wanted} ${path}`;
    return byRoute.get(id) ?? { id, method: wanted, path };
  };
}
