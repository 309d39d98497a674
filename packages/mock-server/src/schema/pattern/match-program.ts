import type { Step } from './pattern-program.ts';
import type { AssertionPart } from './pattern-tree.ts';

/** Where matching stands. */
interface Walk {
  readonly steps: readonly Step[];
  readonly text: string;
  /** In code units. */
  position: number;
  /** At which position a step was last reached; each is followed once for each position. */
  readonly reached: Int32Array;
  /** The steps that wait for the next character. */
  taking: number[];
}

/**
 * Whether a text has a match anywhere, found in one walk over it: all ways to match are followed at
 * once, so the time is at most the number of steps times the length of the text (K. Thompson,
 * Regular Expression Search Algorithm, 1968).
 *
 * @param isUnicode - Whether characters are code points; else they are code units.
 */
export function matchProgram(steps: readonly Step[], text: string, isUnicode: boolean): boolean {
  const reached = new Int32Array(steps.length).fill(-1);
  const walk: Walk = { steps, text, position: 0, reached, taking: [] };
  let before: number[] = [];
  // A match may start anywhere, so the first step is reached at every position.
  while (!reach(walk, 0)) {
    if (walk.position >= text.length) return false;
    const code = isUnicode
      ? (text.codePointAt(walk.position) ?? 0)
      : text.charCodeAt(walk.position);
    [before, walk.taking] = [walk.taking, before];
    walk.taking.length = 0;
    walk.position += code > 0xffff ? 2 : 1;
    for (const index of before) {
      const step = steps[index];
      if (step?.does === 'take' && step.has(code) && reach(walk, index + 1)) return true;
    }
  }
  return true;
}

/** Follows every way from a step up to those that take a character; says whether one matches. */
function reach(walk: Walk, index: number): boolean {
  const step = walk.steps[index];
  if (step === undefined || walk.reached[index] === walk.position) return false;
  walk.reached[index] = walk.position;
  switch (step.does) {
    case 'match':
      return true;
    case 'take':
      walk.taking.push(index);
      return false;
    case 'jump':
      return reach(walk, step.to);
    case 'fork':
      return reach(walk, index + 1) || reach(walk, step.to);
    case 'assert':
      return holds(step.at, walk) && reach(walk, index + 1);
  }
}

function holds(at: AssertionPart['at'], { text, position }: Walk): boolean {
  if (at === 'start') return position === 0;
  if (at === 'end') return position === text.length;
  const isBoundary = isWord(text.charCodeAt(position - 1)) !== isWord(text.charCodeAt(position));
  return isBoundary === (at === 'boundary');
}

function isWord(code: number): boolean {
  return code >= 0 && /\w/.test(String.fromCharCode(code));
}
