import { readSafePattern } from './pattern/safe-pattern.ts';
import { allFormats } from './validate/all-formats.ts';
import { findNamed } from './validate/find-named.ts';
import { rareKeywords } from './validate/rare-keywords.ts';
import type { SchemaTools } from './validate/schema-source.ts';

/** For any document: every format and keyword, references of every kind, and patterns that cannot hang. */
export const anySchemaTools: SchemaTools = {
  readPattern: readSafePattern,
  formats: allFormats,
  rare: rareKeywords,
  findTarget: findNamed,
};
