import { assembleMock } from './assemble-mock.ts';
import { mswHandlers } from './doors/msw.ts';
import { productModel } from './generated/product-model.ts';
import type { operations } from './generated/product-operations.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';
import { productAbilities } from './product-abilities.ts';

/**
 * Makes a mock of the Product API.
 *
 * @remarks The model comes with the package, so that a browser bundle holds no parser.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @throws {@link MockError} with code `invalid_option`.
 * @example
 * ```ts
 * const mock = createMock({ seed: 1 });
 * const key = mock.keys.create({ permissions: ['tasks:read'] });
 * const response = await mock.fetch('https://api.example.com/v1/tasks', {
 *   headers: { authorization: `Bearer ${key.secret}` },
 * });
 * ```
 */
export function createMock(options: MockOptions = {}): Mock<operations> {
  return assembleMock(productModel, options, { ...productAbilities, mswHandlers });
}
