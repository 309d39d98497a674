import type { Table } from '../report/table.ts';

/** What one feature adds to a bundle. */
export interface FeatureWeight {
  readonly feature: string;
  readonly minBytes: number;
}

/** What one client weighs, as it stands in the JSON. */
export interface SizeRow {
  readonly client: string;
  readonly title: string;
  readonly minBytes: number;
  readonly gzipBytes: number;
  /** Of our own clients: what each feature adds. */
  readonly features?: readonly FeatureWeight[];
}

/** The weights in kB of 1000 bytes. */
export function sizeTable(rows: readonly SizeRow[]): Table {
  return [
    ['client', 'min, kB', 'min + gzip, kB'],
    ...rows.map((row) => [row.title, kilobytes(row.minBytes), kilobytes(row.gzipBytes)]),
  ];
}

/**
 * What each feature adds to our own clients, the heaviest first. After gzip a feature has no weight of its
 * own, since it shares its words with all others: its part is taken to be that of its minified bytes.
 */
export function featureTable(rows: readonly SizeRow[]): Table {
  const own = rows.filter(({ features }) => features !== undefined);
  const [widest] = [...own].sort((a, b) => b.minBytes - a.minBytes);
  return [
    ['feature', ...own.flatMap(({ title }) => [`${title}: min, kB`, 'part of gzip, kB'])],
    ...(widest?.features ?? []).map(({ feature }) => [
      feature,
      ...own.flatMap((row) => weightsOf(row, feature)),
    ]),
  ];
}

function weightsOf({ features = [], gzipBytes }: SizeRow, feature: string): string[] {
  const whole = features.reduce((sum, { minBytes }) => sum + minBytes, 0);
  const { minBytes } = features.find((weight) => weight.feature === feature) ?? { minBytes: 0 };
  return minBytes === 0
    ? ['–', '–']
    : [kilobytes(minBytes), kilobytes((minBytes / whole) * gzipBytes)];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
