import type { DocumentSource } from '@product/spec-model';
import { createMockFromModel } from './create-mock-from-model.ts';
import type { Mock } from './mock.ts';
import { mockDocument, type SpecMockOptions } from './mock-document.ts';
import type { AnyOperations } from './own-handlers/operation-types.ts';

export { DocumentError } from '@product/spec-model';
export type { FaultReport, SpecMockOptions } from './mock-document.ts';

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
  return mockDocument(document, options, createMockFromModel<Operations>);
}
