import type { AssertionPart, PatternTree, RepeatPart } from './pattern-tree.ts';

/** One step of matching; where it says nothing else, the next one follows. */
export type Step =
  /** Takes one character that the set has. */
  | { readonly does: 'take'; readonly has: (code: number) => boolean }
  | { readonly does: 'assert'; readonly at: AssertionPart['at'] }
  /** Goes on at the next step and at another one. */
  | { readonly does: 'fork'; to: number }
  | { readonly does: 'jump'; to: number }
  | { readonly does: 'match' };

// Of what is repeated, every copy counts.
const maxSteps = 4000;

interface Builder {
  readonly steps: Step[];
  readonly setOf: (source: string) => (code: number) => boolean;
}

/**
 * Writes an expression as steps.
 *
 * @returns Absent for what cannot be matched in one walk over the text (look-around, references
 * back), and for what has too many steps.
 */
export function buildProgram(tree: PatternTree, isUnicode: boolean): readonly Step[] | undefined {
  const sets = new Map<string, (code: number) => boolean>();
  const setOf = (source: string): ((code: number) => boolean) => {
    const has = sets.get(source) ?? readSet(source, isUnicode);
    sets.set(source, has);
    return has;
  };
  const builder: Builder = { steps: [], setOf };
  if (!add(builder, tree)) return undefined;
  builder.steps.push({ does: 'match' });
  return builder.steps;
}

/** Adds the steps of a part; says whether it could. */
function add(builder: Builder, part: PatternTree): boolean {
  const { steps, setOf } = builder;
  if (steps.length > maxSteps) return false;
  switch (part.kind) {
    case 'set':
      return steps.push({ does: 'take', has: setOf(part.source) }) > 0;
    case 'assertion':
      return steps.push({ does: 'assert', at: part.at }) > 0;
    case 'sequence':
      return part.parts.every((each) => add(builder, each));
    case 'choice':
      return addChoice(builder, part.parts);
    case 'repeat':
      return addCopies(builder, part) && addRest(builder, part);
    default:
      return false;
  }
}

function addChoice(builder: Builder, parts: readonly PatternTree[]): boolean {
  const { steps } = builder;
  const jumps: { to: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const fork = index < parts.length - 1 ? addFork(builder) : undefined;
    if (!add(builder, part)) return false;
    const jump = { does: 'jump' as const, to: 0 };
    steps.push(jump);
    jumps.push(jump);
    if (fork !== undefined) fork.to = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
  return true;
}

function addCopies(builder: Builder, { part, min }: RepeatPart): boolean {
  for (let count = 0; count < min; count++) {
    if (!add(builder, part)) return false;
  }
  return true;
}

function addRest(builder: Builder, { part, min, max }: RepeatPart): boolean {
  const { steps } = builder;
  const start = steps.length;
  const isLoop = max === Number.POSITIVE_INFINITY;
  const forks: { to: number }[] = [];
  for (let count = isLoop ? 0 : min; count < (isLoop ? 1 : max); count++) {
    forks.push(addFork(builder));
    if (!add(builder, part)) return false;
  }
  if (isLoop) steps.push({ does: 'jump', to: start });
  for (const fork of forks) fork.to = steps.length;
  return true;
}

function addFork({ steps }: Builder): { to: number } {
  const fork = { does: 'fork' as const, to: 0 };
  steps.push(fork);
  return fork;
}

// One character at a time, the engine itself says what is in a set.
function readSet(source: string, isUnicode: boolean): (code: number) => boolean {
  const expression = new RegExp(`^(?:${source})$`, isUnicode ? 'u' : '');
  const test = (code: number): boolean => expression.test(String.fromCodePoint(code));
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (test(code) ? 1 : 0));
  return (code) => (code < 128 ? ascii[code] === 1 : test(code));
}
