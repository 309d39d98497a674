import type { HerdRow } from '../herd/cell.ts';
import { herdTables } from '../herd/herd-table.ts';
import { markdownTable } from './table.ts';

const opening = `## The herd

A server on loopback, in a process of its own, allows 20 calls per 2 s and answers after 30 ms. Each
client is set up as its documentation says and has its defaults; Octokit has both plugins in the order that
honours waits, and handlers that always ask for a retry. _AWS adaptive_ is the DynamoDB client in
adaptive mode.

- _aligned windows_: on a grid of whole 2 s; every answer has \`RateLimit\`, \`RateLimit-Policy\` and
  \`X-RateLimit-*\`, a 429 \`Retry-After\` too, in whole seconds rounded up.
- _sliding window_: no more than 20 in any 2 s; the same fields.
- _token bucket_: holds 20, gets one back each 100 ms; only a 429 says anything: \`Retry-After: 1\`.
- _fixed window_: the aligned windows, and no field at all.

_Wall ÷ floor_ is the time until the last call settled over the least in which that server lets 100 calls
through; it is shown only if all succeeded, for to give up is quick. _Quota used_ is what the server let
through of what it had room for until then. In an overload 20 calls start each second, twice the
quota; what is not done after 10 s does not count. _Per process_ gives the fewest and the most successes
of one process; _ours_ has a gate in each, _ours over Redis_ one quota for all of them, and there one
process is killed after 0.9 s (its calls are not counted), or Redis is killed after 4 s and started again,
empty. What is not settled after 60 s is cut off and counts as failed. The servers of a client are
measured side by side, in processes of their own.`;

/** The tables of the herd. */
export function herdSection(rows: readonly HerdRow[]): string {
  const tables = herdTables(rows).map(
    ({ title, table }) => `### ${title}\n\n${markdownTable(table)}`,
  );
  return [opening, ...(tables.length === 0 ? ['Not measured.'] : tables)].join('\n\n');
}
