import { readTrustedPattern } from './pattern/compile-pattern.ts';
import { findTarget } from './validate/find-target.ts';
import { ownFormats } from './validate/formats.ts';
import type { SchemaTools } from './validate/schema-source.ts';

/**
 * For the document that comes with the package: it is known to have harmless patterns, few formats
 * and no rare keywords.
 */
export const ownSchemaTools: SchemaTools = {
  readPattern: readTrustedPattern,
  formats: ownFormats,
  findTarget,
};
