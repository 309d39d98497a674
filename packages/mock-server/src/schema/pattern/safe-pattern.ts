import { compilePattern } from './compile-pattern.ts';
import { matchProgram } from './match-program.ts';
import { longestSafeText } from './pattern-cost.ts';
import { buildProgram, type Step } from './pattern-program.ts';
import { readPatternTree } from './pattern-tree.ts';

// Steps times characters; about half a second.
const maxWork = 50_000_000;

/**
 * Compiles a `pattern` of a document that nobody vouches for: no text can make it hang.
 *
 * @remarks The engine of the language matches wherever it is sure to finish soon. Longer texts are
 * matched in one walk. Where neither can be done (look-around or references back, on a long text),
 * the text is not held against the pattern.
 * @returns Absent when the engine takes the pattern neither with the flag `u` nor without.
 */
export function readSafePattern(source: string): ((text: string) => boolean) | undefined {
  const expression = compilePattern(source);
  if (expression === undefined) return undefined;
  const isUnicode = expression.unicode;
  const tree = readPatternTree(source, isUnicode);
  const longest = longestSafeText(tree);
  if (longest === Number.POSITIVE_INFINITY) return (text) => expression.test(text);
  let steps: readonly Step[] | undefined | null = null;
  return (text) => {
    if (text.length <= longest) return expression.test(text);
    if (steps === null) steps = buildProgram(tree, isUnicode);
    if (steps === undefined || steps.length * text.length > maxWork) return true;
    return matchProgram(steps, text, isUnicode);
  };
}
