/** One look at the heap. */
export interface HeapSample {
  /** Seconds since the start. */
  readonly atSeconds: number;
  readonly bytes: number;
}

/**
 * How much the heap grew, by the straight line that fits best.
 *
 * @param samples - Looks at the heap, each after a collection.
 * @returns Bytes from the first sample to the last; 0 if there are fewer than three.
 */
export function heapGrowthBytes(samples: readonly HeapSample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || samples.length < 3) return 0;
  const meanAt = mean(samples.map(({ atSeconds }) => atSeconds));
  const meanBytes = mean(samples.map(({ bytes }) => bytes));
  const deviations = samples.map(({ atSeconds, bytes }) => ({
    at: atSeconds - meanAt,
    bytes: bytes - meanBytes,
  }));
  const spread = deviations.reduce((sum, { at }) => sum + at * at, 0);
  const slope = deviations.reduce((sum, { at, bytes }) => sum + at * bytes, 0) / spread;
  return slope * (last.atSeconds - first.atSeconds);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
