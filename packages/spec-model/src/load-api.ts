import type { ApiModel, JsonObject } from './api-model.ts';
import { buildModel } from './build-model.ts';
import type { DocumentProblem } from './document-error.ts';
import type { DocumentSource, FileRules } from './document-source.ts';
import { mendDocument } from './mend/mend-document.ts';
import { upgradeSwagger } from './upgrade-swagger.ts';

/** How a document is read. */
export interface LoadOptions extends Pick<FileRules, 'onFile'> {
  /**
   * Overlays 1.0 or 1.1 to apply, in order: paths, `file:` URLs, or overlays already parsed.
   *
   * @defaultValue none
   * @see https://spec.openapis.org/overlay/latest.html
   */
  readonly overlays?: readonly DocumentSource[];
}

/** An API, read: the model for generators, and the document for tools that speak OpenAPI. */
export interface LoadedApi {
  /** The API in the terms of its readers. */
  readonly model: ApiModel;
  /** The whole document in one piece, OpenAPI 3.1, only local references left. */
  readonly document: JsonObject;
  /**
   * What may not have been meant, with its place in an overlay: an action whose target selects
   * nothing (`no-match`), or an overlay that was written for another file (`extends-another`).
   */
  readonly warnings: readonly DocumentProblem[];
}

/**
 * Reads an OpenAPI document (2.0, 3.0 or 3.1; YAML or JSON; one file or many) into one model.
 *
 * @remarks The steps, in order: read, check, bundle, upgrade, mend, model. The check runs on the files as
 * they were written, so that every problem names the line to mend. Remote references are refused,
 * never fetched: the same files give the same model, online or off.
 *
 * With overlays the steps are: read, bundle, overlay, check, upgrade, mend, model. A target selects
 * from the document in one piece, in the version in which it was written, its remaining references
 * not followed: `$.paths['/tasks'].get` is found wherever its file is, and an overlay may mend a
 * document that is refused without it. A problem names the action that brought it about.
 *
 * @param source - A path, a `file:` URL, or a document already parsed (it is not changed).
 * @param options - Overlays, and who hears of files.
 * @throws A {@link DocumentError} with every problem, each with file, line, column and pointer.
 * @example
 * ```ts
 * const { model } = await loadApi('spec/openapi.yaml');
 * console.log(model.operations.map((operation) => operation.id));
 * ```
 */
export async function loadApi(
  source: DocumentSource,
  options: LoadOptions = {},
): Promise<LoadedApi> {
  const { overlays = [], onFile } = options;
  // Linter, bundler and YAML parser are heavy: readers of a model, and readApi, do without them.
  const { checkSource } = await import('./check-source.ts');
  const { document: whole, warnings } = await checkSource(source, overlays, onFile);
  const { document } = mendDocument(await upgradeSwagger(whole), { keepsEndless: true });
  return { model: buildModel(document), document, warnings };
}
