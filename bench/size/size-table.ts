import type { Table } from '../report/table.ts';

/** What one client weighs, as it stands in the JSON. */
export interface SizeRow {
  readonly client: string;
  readonly title: string;
  readonly minBytes: number;
  readonly gzipBytes: number;
}

/** The weights in kB of 1000 bytes. */
export function sizeTable(rows: readonly SizeRow[]): Table {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  return [
    ['client', 'min, kB', 'min + gzip, kB'],
    ...rows.map((row) => [row.title, kilobytes(row.minBytes), kilobytes(row.gzipBytes)]),
  ];
}
