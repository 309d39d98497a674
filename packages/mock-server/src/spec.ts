import { loadApi } from '@product/spec-model';
import { createMockFromModel } from './create-mock-from-model.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';

/**
 * Makes a mock of any OpenAPI document.
 *
 * @param document - A path, a `file:` URL, or a document already parsed.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @throws `DocumentError` of spec-model with every problem of the document.
 * @throws `MockError` with code `invalid_option`.
 */
export async function createMockFromSpec(
  document: string | URL | object,
  options: MockOptions = {},
): Promise<Mock> {
  const { model } = await loadApi(document);
  return createMockFromModel(model, options);
}
