import { inferCollections } from '../infer/infer-collections.ts';
import { anySchemaTools } from '../schema/any-schema-tools.ts';
import type { Reading } from './read-rules.ts';

/** How a document is read that the package knows nothing about. */
export const anyReading: Reading = {
  findCollections: inferCollections,
  schemaTools: anySchemaTools,
};
