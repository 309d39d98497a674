import { type ImportRow, importTable } from '../import/import-table.ts';
import type { OverheadRow } from '../overhead/overhead-row.ts';
import { overheadTable } from '../overhead/overhead-table.ts';
import { type SizeRow, sizeTable } from '../size/size-table.ts';
import { section } from './section.ts';

/** What a call costs. */
export function overheadSection(rows: readonly OverheadRow[]): string {
  const text = `CPU of the process per call, against raw \`fetch\` in the same round; every client runs in every round, in
a random order. Median, with the quartiles in brackets. _stub_ answers at once without a network, which
leaves the client's own work; _loopback_ is a server in another process, whose noise is shown by _raw fetch
again_. Ours has its defaults, which is everything on: credential, gate, retries, timeout; \`RateLimit\`
fields are sent. Each client is warmed up by four rounds' worth of calls.`;
  return section('CPU per call', text, overheadTable(rows));
}

/** What a browser has to load. */
export function sizeSection(rows: readonly SizeRow[]): string {
  const text = `The file in \`bench/clients\` that makes one call, bundled by esbuild for a browser (ES2022, minified), then
\`gzip -9\`. 1 kB is 1000 bytes. _ours_ is the whole Product client with every resource; _core only_ the
runtime under a single operation.`;
  return section('Size', text, sizeTable(rows));
}

/** What a process pays before its first call. */
export function importSection(rows: readonly ImportRow[]): string {
  const text = `CPU that the import takes in a fresh process, Node's own start left out; median of several processes, in
turns.`;
  return section('Cold import', text, importTable(rows));
}
