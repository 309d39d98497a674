import type { ApiModel, JsonObject } from './api-model.ts';
import { buildModel } from './build-model.ts';
import { bundleDocument } from './bundle-document.ts';
import { checkDocument } from './check-document.ts';
import { LocalResolver } from './local-resolver.ts';
import { nameSchemas } from './name-schemas.ts';
import { readDocument } from './read-document.ts';
import { upgradeDocument } from './upgrade-document.ts';

/** An API, read: the model for generators, and the document for tools that speak OpenAPI. */
export interface LoadedApi {
  /** The API in the terms of its readers. */
  readonly model: ApiModel;
  /** The whole document in one piece, OpenAPI 3.1, only local references left. */
  readonly document: JsonObject;
}

/**
 * Reads an OpenAPI document (2.0, 3.0 or 3.1; YAML or JSON; one file or many) into one model.
 *
 * @remarks The steps, in order: read, check, bundle, upgrade, name, model. The check runs on the files as
 * they were written, so that every problem names the line to mend. Remote references are refused,
 * never fetched: the same files give the same model, online or off.
 *
 * @param source - A path, a `file:` URL, or a document already parsed (it is not changed).
 * @throws {@link DocumentError} with every problem, each with file, line, column and pointer.
 * @example
 * ```ts
 * const { model } = await loadApi('spec/openapi.yaml');
 * console.log(model.operations.map((operation) => operation.id));
 * ```
 */
export async function loadApi(source: string | URL | object): Promise<LoadedApi> {
  const resolver = new LocalResolver();
  const written = await readDocument(source, resolver);
  await checkDocument(written, resolver);
  const bundled = await bundleDocument(written, resolver);
  const upgraded = upgradeDocument(bundled);
  const document = nameSchemas(upgraded);
  return { model: buildModel(document), document };
}
