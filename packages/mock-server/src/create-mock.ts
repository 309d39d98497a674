import { assembleMock } from './assemble-mock.ts';
import { productCollections, productModel } from './generated/product-model.ts';
import type { operations } from './generated/product-operations.ts';
import { productHandlers } from './handlers/handlers.ts';
import { recallCollections } from './infer/stored-collections.ts';
import type { Mock } from './mock.ts';
import type { MockOptions } from './options/mock-options.ts';
import { productRows } from './own-handlers/row-tools.ts';
import { ownSchemaTools } from './schema/own-schema-tools.ts';

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
  return assembleMock(productModel, options, {
    handlers: productHandlers,
    rows: productRows,
    findCollections: () => recallCollections(productCollections),
    schemaTools: ownSchemaTools,
  });
}
