/** A table as text: the first row holds the titles of the columns. */
export type Table = readonly (readonly string[])[];

/** The table in Markdown, its columns aligned: the first to the left, the others to the right. */
export function markdownTable(table: Table): string {
  const [head = [], ...rows] = table;
  const widths = head.map((_, column) => Math.max(3, ...table.map((row) => width(row[column]))));
  const line = (row: readonly string[]): string =>
    `| ${head.map((_, at) => pad(row[at] ?? '', widths[at] ?? 0, at === 0)).join(' | ')} |`;
  const rule = widths.map((size, at) => (at === 0 ? '-'.repeat(size) : `${'-'.repeat(size - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Shows a table under its title. */
export function printTable(title: string, table: Table): void {
  process.stdout.write(`\n${title}\n\n${markdownTable(table)}\n`);
}

function width(cell = ''): number {
  return cell.length;
}

function pad(cell: string, size: number, left: boolean): string {
  return left ? cell.padEnd(size) : cell.padStart(size);
}
