import {
  type DocumentFault,
  type DocumentProblem,
  type DocumentSource,
  locateFaults,
  readApi,
} from '@product/spec-model';
import { createMockFromModel } from './create-mock-from-model.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';
import type { AnyOperations } from './own-handlers/operation-types.ts';

/** How a mock of a document behaves, and what is changed about the document first. */
export interface SpecMockOptions extends MockOptions {
  /**
   * OpenAPI Overlays (1.0 or 1.1) to apply, in order: paths, `file:` URLs, or overlays already
   * parsed.
   *
   * @defaultValue none
   */
  readonly overlays?: readonly DocumentSource[];
  /**
   * Hears of each action of an overlay that changes nothing, and the like, as a line with its place.
   *
   * @defaultValue nobody hears
   */
  readonly onWarning?: (line: string) => void;
  /**
   * Whether what the document refers to at `http:` and `https:` URLs is fetched, and the document
   * itself when it is at one.
   *
   * @defaultValue `false`
   */
  readonly allowRemote?: boolean;
  /**
   * Hears of what is wrong with the document, when anything is. Operations that need what is wrong
   * answer 501 and say so; the others are served.
   *
   * @defaultValue nobody hears
   */
  readonly onFaults?: (report: FaultReport) => void;
}

/** What is wrong with a document that is served all the same. */
export interface FaultReport {
  /** Each with its JSON pointer. */
  readonly faults: readonly DocumentFault[];
  /**
   * Gives some of them their file, line and column, which takes another look at the document.
   *
   * @param faults - Those to be shown.
   */
  locate(faults: readonly DocumentFault[]): Promise<readonly DocumentProblem[]>;
}

/**
 * Makes a mock of any OpenAPI document: Swagger 2.0, OpenAPI 3.0, 3.1 or 3.2, YAML or JSON, one
 * file or many.
 *
 * @remarks A document with faults is served as far as it can be. An overlay with faults is refused.
 *
 * @param document - A path, a `file:` URL, or a document already parsed.
 * @param options - Overlays, base URL, seed, clock, plans, first keys and rows.
 * @typeParam Operations - Types of its operations, as openapi-typescript writes them:
 * `createMockFromSpec<operations>('openapi.yaml')`.
 * @throws `DocumentError` of spec-model when a text is neither YAML nor JSON, or no OpenAPI, and with
 * every problem of an overlay.
 * @throws `MockError` with code `invalid_option`.
 * @example
 * ```ts
 * const mock = await createMockFromSpec('openapi.yaml', { overlays: ['staging.overlay.yaml'] });
 * ```
 */
export async function createMockFromSpec<Operations extends object = AnyOperations>(
  document: DocumentSource,
  options: SpecMockOptions = {},
): Promise<Mock<Operations>> {
  const { overlays = [], allowRemote = false, onWarning, onFaults, ...mockOptions } = options;
  const { model, warnings, faults, file } = await readApi(document, { overlays, allowRemote });
  for (const { file, line, column, pointer, message } of warnings) {
    onWarning?.(`${file}:${line}:${column} ${pointer} ${message}`);
  }
  if (faults.length > 0) onFaults?.({ faults, locate: (shown) => locateFaults(file, shown) });
  return createMockFromModel(model, mockOptions);
}
