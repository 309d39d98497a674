import type { Abilities } from './assemble-mock.ts';
import { productCollections } from './generated/product-model.ts';
import { productHandlers } from './handlers/handlers.ts';
import { recallCollections } from './infer/stored-collections.ts';
import { productRows } from './own-handlers/row-tools.ts';
import { ownSchemaTools } from './schema/own-schema-tools.ts';

/** What the mock of the Product API can do, msw apart. */
export const productAbilities: Abilities = {
  handlers: productHandlers,
  rows: productRows,
  findCollections: () => recallCollections(productCollections),
  schemaTools: ownSchemaTools,
};
