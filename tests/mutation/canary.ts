/** Watched by a test: every mutant of it must die, or the runs of `pnpm mutate` see nothing. */
export function isPositive(value: number): boolean {
  return value > 0;
}

/** Called by a test that does not look at the result: every mutant of it must live, or all seem dead. */
export function halve(value: number): number {
  return value / 2;
}
