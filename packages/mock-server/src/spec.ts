import { type DocumentSource, loadApi } from '@product/spec-model';
import { createMockFromModel } from './create-mock-from-model.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';

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
}

/**
 * Makes a mock of any OpenAPI document.
 *
 * @param document - A path, a `file:` URL, or a document already parsed.
 * @param options - Overlays, base URL, seed, clock, plans, first keys and rows.
 * @throws `DocumentError` of spec-model with every problem of the document and its overlays.
 * @throws `MockError` with code `invalid_option`.
 * @example
 * ```ts
 * const mock = await createMockFromSpec('openapi.yaml', { overlays: ['staging.overlay.yaml'] });
 * ```
 */
export async function createMockFromSpec(
  document: DocumentSource,
  options: SpecMockOptions = {},
): Promise<Mock> {
  const { overlays = [], onWarning, ...mockOptions } = options;
  const { model, warnings } = await loadApi(document, { overlays });
  for (const { file, line, column, pointer, message } of warnings) {
    onWarning?.(`${file}:${line}:${column} ${pointer} ${message}`);
  }
  return createMockFromModel(model, mockOptions);
}
