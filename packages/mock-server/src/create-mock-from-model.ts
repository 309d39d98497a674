import type { ApiModel } from '@product/spec-model';
import { anyAbilities } from './any-abilities.ts';
import { assembleMock } from './assemble-mock.ts';
import { mswHandlers } from './doors/msw.ts';
import { atOtherServers } from './doors/other-servers.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';
import type { AnyOperations } from './own-handlers/operation-types.ts';

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
  return assembleMock(model, options, {
    ...anyAbilities(model, options),
    mswHandlers: (mock) => {
      const standing = { baseUrl: mock.baseUrl, isChosen: options.baseUrl !== undefined };
      return mswHandlers(mock, atOtherServers(model, standing));
    },
  });
}
