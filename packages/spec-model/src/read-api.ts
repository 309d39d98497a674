import type { ApiModel, JsonObject, OperationFault } from './api-model.ts';
import { buildModel } from './build-model.ts';
import type { DocumentProblem } from './document-error.ts';
import type { DocumentSource, FileRules } from './document-source.ts';
import { gatherFiles } from './gather-files.ts';
import { loadOverlays } from './load-overlays.ts';
import { mendDocument } from './mend/mend-document.ts';
import type { DocumentFault } from './mend/mender.ts';
import { readSource } from './read-source.ts';
import { upgradeSwagger } from './upgrade-swagger.ts';

/** How a document is read whatever is wrong with it. */
export interface ReadOptions extends FileRules {
  /**
   * Overlays 1.0 or 1.1 to apply, in order: paths, `file:` URLs, or overlays already parsed. They
   * are read strictly.
   *
   * @defaultValue none
   */
  readonly overlays?: readonly DocumentSource[];
}

/** An API, read as far as it can be. */
export interface ReadApi {
  /** The API; operations that are hit by a fault carry it. */
  readonly model: ApiModel;
  /** What is wrong with the document, in the order in which it was found. */
  readonly faults: readonly DocumentFault[];
  /** What may not have been meant in an overlay; see `LoadedApi`. */
  readonly warnings: readonly DocumentProblem[];
  /** Absolute path or URL of the document; `<document>` when an object was given. */
  readonly file: string;
}

/**
 * Reads an OpenAPI document (2.0, 3.0, 3.1, 3.2; YAML or JSON; one file or many) and gives up on
 * nothing but a text that is no OpenAPI: what is wrong is reported, left out, and noted on the
 * operations that need it. For tools that serve what there is; a generator uses `loadApi`.
 *
 * @remarks The steps, in order: read, gather, overlay, upgrade, mend, model. Linter, bundler and
 * YAML parser are loaded only when they are needed, which one file of JSON never does.
 *
 * @param source - A path, a URL, or a document already parsed (it is not changed).
 * @param options - Overlays, and which files may be read.
 * @throws A {@link DocumentError} with code `unreadable`, `syntax` or `not-openapi`, or with the
 * faults of an overlay.
 * @example
 * ```ts
 * const { model, faults } = await readApi('openapi.json');
 * const usable = model.operations.filter((operation) => operation.faults === undefined);
 * ```
 */
export async function readApi(source: DocumentSource, options: ReadOptions = {}): Promise<ReadApi> {
  const faults: DocumentFault[] = [];
  const note = (fault: DocumentFault): void => void faults.push(fault);
  const read = await readSource(source, options);
  const gathered = await gatherFiles(read, options, note);
  const { document: whole, warnings } = await overlay(gathered, read.file, options);
  const mended = mendDocument(await upgradeSwagger(whole, note), {
    isSwagger: whole['swagger'] !== undefined,
  });
  const early = [...faults];
  faults.push(...mended.faults);
  const faultsOf = (pointer: string): readonly OperationFault[] => [
    ...early.filter((fault) => covers(fault.pointer, pointer)),
    ...mended.faultsOf(pointer),
  ];
  const model = buildModel(mended.document, { faultsOf, note });
  return { model, faults, warnings, file: read.file };
}

/** Whether a fault found before the walk is one of an operation, or of the parameters of its path. */
function covers(fault: string, operation: string): boolean {
  return fault === operation || fault === operation.replace(/[^/]*$/, 'parameters');
}

async function overlay(
  document: JsonObject,
  file: string,
  { overlays = [], ...rules }: ReadOptions,
): Promise<{ document: JsonObject; warnings: readonly DocumentProblem[] }> {
  if (overlays.length === 0) return { document, warnings: [] };
  const { read, applyInOrder } = await loadOverlays(overlays, rules);
  return applyInOrder(document, read, file.startsWith('<') ? undefined : file);
}
