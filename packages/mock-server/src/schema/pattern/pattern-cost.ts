import type { PatternTree } from './pattern-tree.ts';

/** How the steps of a backtracking engine grow with the length of the text. */
interface Cost {
  /** As a power of the length; infinite when they may double with each character. */
  readonly degree: number;
  /** Ways to match besides, as a power of two. */
  readonly forks: number;
}

const none: Cost = { degree: 0, forks: 0 };

// About 20 ms of an engine's time.
const maxSteps = 5_000_000;

// Of an expression whose steps double with each character or worse, these are few enough.
const shortText = 12;

// A repeat that may end in this many places or fewer is written out rather than counted as a loop.
const fewEndings = 4;

/**
 * The longest text on which a backtracking engine is sure to finish an expression soon.
 *
 * @remarks Cautious: sets that exclude each other are not told from those that overlap.
 * @returns In code units; infinite when the length does not matter.
 */
export function longestSafeText(tree: PatternTree): number {
  const { degree, forks } = costOf(tree);
  const all = degree + (startsAnchored(tree) ? 0 : 1);
  if (all === Number.POSITIVE_INFINITY) return shortText;
  const steps = maxSteps / 2 ** forks;
  if (all === 0) return steps < 1 ? shortText : Number.POSITIVE_INFINITY;
  return Math.max(shortText, Math.floor(steps ** (1 / all)));
}

/** Whether an expression matches at the start of a text or not at all. */
function startsAnchored(tree: PatternTree): boolean {
  if (tree.kind === 'assertion') return tree.at === 'start';
  if (tree.kind === 'choice') return tree.parts.every(startsAnchored);
  const [first] = tree.kind === 'sequence' ? tree.parts : [];
  return first !== undefined && startsAnchored(first);
}

function costOf(tree: PatternTree): Cost {
  switch (tree.kind) {
    case 'set':
    case 'assertion':
      return none;
    case 'back':
      return { degree: 1, forks: 0 };
    case 'look':
      return costOf(tree.part);
    case 'repeat':
      return costOfRepeat(tree);
    case 'choice': {
      const costs = tree.parts.map(costOf);
      const forks = Math.log2(tree.parts.length) + Math.max(...costs.map((cost) => cost.forks));
      return { degree: Math.max(...costs.map(({ degree }) => degree)), forks };
    }
    case 'sequence':
      return costOfSequence(tree.parts);
  }
}

function costOfSequence(parts: readonly PatternTree[]): Cost {
  let degree = 0;
  let forks = 0;
  let beside = 0;
  for (const part of parts) {
    const cost = costOf(part);
    forks += cost.forks;
    // What a look-around found is not tried again: its steps multiply with those before it only.
    if (part.kind === 'look') beside = Math.max(beside, degree + cost.degree);
    else degree += cost.degree;
  }
  return { degree: Math.max(degree, beside), forks };
}

function costOfRepeat({ part, min, max }: PatternTree & { readonly kind: 'repeat' }): Cost {
  const { degree, forks } = costOf(part);
  const isVaried = degree > 0 || forks > 0;
  if (isVaried && max > fewEndings) return { degree: Number.POSITIVE_INFINITY, forks: 0 };
  if (max - min > fewEndings) return { degree: 1, forks: 0 };
  return { degree: degree * max, forks: forks * max + Math.log2(max - min + 1) };
}
