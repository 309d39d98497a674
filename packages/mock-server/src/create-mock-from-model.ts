import type { ApiModel } from '@product/spec-model';
import { anyAnswers } from './answers/any-answers.ts';
import { type Abilities, assembleMock } from './assemble-mock.ts';
import { createDataMaker } from './data/create-data-maker.ts';
import { allHandlers } from './handlers/all-handlers.ts';
import type { Mock } from './mock.ts';
import { anyReading } from './model/any-reading.ts';
import type { MockOptions } from './options/mock-options.ts';
import { anyRows } from './own-handlers/any-row-tools.ts';
import type { AnyOperations } from './own-handlers/operation-types.ts';
import { anyRequests } from './security/any-requests.ts';
import { fillTables } from './state/first-rows.ts';

/**
 * Makes a mock of any API that has been read into a model.
 *
 * @param model - As spec-model reads it from a document.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @typeParam Operations - Types of its operations, as openapi-typescript writes them.
 * @throws {@link MockError} with code `invalid_option` or `invalid_model`.
 */
export function createMockFromModel<Operations extends object = AnyOperations>(
  model: ApiModel,
  options: MockOptions = {},
): Mock<Operations> {
  return assembleMock(model, options, anyAbilities(model, options));
}

/** What a mock can do for a document that was not written for it. */
export function anyAbilities(model: ApiModel, options: MockOptions): Abilities {
  return {
    handlers: allHandlers,
    rows: anyRows,
    ...anyReading,
    createData: createDataMaker,
    fillTables,
    answers: anyAnswers,
    requests: anyRequests(model, options),
  };
}
