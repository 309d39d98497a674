import type { ChaosRow } from '../../tests/chaos/chaos-row.ts';
import { type SoakRow, soakBounds } from '../../tests/soak/soak-row.ts';
import { type LimitsRow, limitsTable } from '../limits/limits-table.ts';
import { section } from './section.ts';

/** How two limits at once were used. */
export function limitsSection(rows: readonly LimitsRow[]): string {
  const text = `The client under constant overload against a model of a server with both limits on a grid of time, told as
\`RateLimit\`, in virtual time. _Capacity_ is what a client that knows all could have had: as many calls as the
limits allow at the begin of every minute. A refusal is a call beyond a limit.`;
  return section('Two limits at once', text, limitsTable(rows));
}

/** What became of creates through faults. */
export function chaosSection(rows: readonly ChaosRow[]): string {
  const text = `Tasks created at the mock over HTTP, through a proxy that strikes 30 % of the requests: resets and
timeouts before and after the service has acted, 500 and 503, bodies cut off. The rows are counted at the mock.
Waits are skipped, timeouts are real.`;
  const head = [
    'creates',
    'rows',
    'doubled',
    'lost',
    'failed',
    'requests',
    'faults',
    'most attempts',
  ];
  const table = rows.map((row) => [
    ...[row.creates, row.rows, row.doubled, row.lost, row.failed].map(String),
    ...[row.requests, row.faults, row.mostAttempts].map(String),
  ]);
  return section('Creates through faults', text, [head, ...table]);
}

/** What a long run left behind. */
export function soakSection(rows: readonly SoakRow[]): string {
  const text = `Lists, reads that fail, calls that are aborted, tasks made and removed, through the same proxy with 1 % of
each fault; the service is in a process of its own. The growth of the heap is that of the line through its size
after each collection.`;
  const table = rows.flatMap((row) => [
    ['minutes at calls/s', `${row.minutes} at ${row.rate}`, ''],
    ['calls', `${row.calls}`, ''],
    ['requests', `${row.requests}`, ''],
    ...soakBounds(row).map(({ name, value, most }) => [
      name,
      Number.isInteger(value) ? `${value}` : value.toFixed(2),
      `${most}`,
    ]),
  ]);
  return section('Ten minutes of faults', text, [['figure', 'measured', 'at most'], ...table]);
}
