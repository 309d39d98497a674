import { markdownTable, type Table } from './table.ts';

/** A section of the page: a title, what was measured and how, and its table. */
export function section(title: string, text: string, table: Table): string {
  const figures = table.length > 1 ? markdownTable(table) : 'Not measured.';
  return `## ${title}\n\n${text}\n\n${figures}`;
}
