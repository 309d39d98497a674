/** Middle, quartiles and least of a list of figures. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Puts a list of figures into four, rounded to hundredths. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const figure = sorted[Math.round((sorted.length - 1) * share)] ?? 0;
    return Math.round(figure * 100) / 100;
  };
  return { least: at(0), median: at(0.5), low: at(0.25), high: at(0.75) };
}
