import type { ApiModel } from '@product/spec-model';
import { assembleMock } from './assemble-mock.ts';
import { allHandlers } from './handlers/all-handlers.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';

/**
 * Makes a mock of any API that has been read into a model.
 *
 * @param model - As spec-model reads it from a document.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @throws {@link MockError} with code `invalid_option` or `invalid_model`.
 */
export function createMockFromModel(model: ApiModel, options: MockOptions = {}): Mock {
  return assembleMock(model, options, allHandlers);
}
