import { checkConditions } from './conditions.ts';
import { checkContains } from './contains.ts';
import { checkRareObjects } from './rare-object-keywords.ts';
import type { RareKeywords } from './schema-source.ts';
import { withUnevaluated } from './unevaluated.ts';

/** `not`, `if`, `contains`, `propertyNames`, `dependent…` and `unevaluated…`. */
export const rareKeywords: RareKeywords = {
  all: checkConditions,
  lists: checkContains,
  objects: checkRareObjects,
  after: withUnevaluated,
};
