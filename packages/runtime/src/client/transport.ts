import createClient, { type Client as OpenapiClient } from 'openapi-fetch';
import { serializePath } from './path-parameters.ts';
import type { Settings } from './settings.ts';

/** The client of openapi-fetch under everything, and nothing of ours wrapped around its calls. */
export type Transport<Paths extends {}> = OpenapiClient<Paths>;

/**
 * Makes the client that builds requests: URL, query, headers and body.
 *
 * @remarks Each call brings its own `fetch`, which is the whole pipeline. Middleware would see one
 * attempt, and could not wrap it.
 * @param settings - Settings of the client.
 */
export function createTransport<Paths extends {}>(settings: Settings): Transport<Paths> {
  return createClient<Paths>({
    baseUrl: settings.baseUrl,
    headers: { ...settings.headers },
    pathSerializer: serializePath,
    redirect: 'manual',
  });
}
