import { type ChaosRow, FULL_CREATES, isWell } from '../../tests/chaos/chaos-row.ts';
import { isFullSoak, leftNothing, type SoakRow, soakBounds } from '../../tests/soak/soak-row.ts';
import type { LimitsRow } from '../limits/limits-table.ts';
import type { Bar } from './bar.ts';

const leastShare = 0.97;

/** The bar of two limits at once: the span that went worst counts, of each limit. */
export function limitsBar(rows: readonly LimitsRow[]): Bar {
  const figure = 'two limits at once (100 per minute, 1,000 per hour), virtual time';
  const bar = 'neither exceeded, ≥ 97 % used';
  if (rows.length === 0) return { figure, bar };
  const shares = (['minute', 'hour'] as const).map((limit) => ({
    limit,
    share: worst(rows, limit),
  }));
  const refused = rows.reduce((sum, row) => sum + row.refused, 0);
  const used = shares.map(({ limit, share }) => `${limit} ${(100 * share).toFixed(1)} %`);
  const met = refused === 0 && shares.every(({ share }) => share >= leastShare);
  return { figure, bar, measured: `${used.join(', ')}; ${refused} refused`, met };
}

function worst(rows: readonly LimitsRow[], limit: LimitsRow['binding']): number {
  const shares = rows.map(({ binding, accepted, capacity }) =>
    binding === limit ? accepted / capacity : 1,
  );
  return Math.min(...shares);
}

/** The bar of creates through faults. */
export function chaosBar([row]: readonly ChaosRow[]): Bar {
  const figure = '10,000 creates through 30 % faults, over HTTP';
  const bar = '10,000 rows, 0 doubled, 0 lost';
  if (!row) return { figure, bar };
  const { creates, rows, doubled, lost, failed } = row;
  const counts = `${count(rows)} rows of ${count(creates)}, ${doubled} doubled, ${lost} lost`;
  const measured = `${counts}, ${failed} failed`;
  return { figure, bar, measured, ...(creates >= FULL_CREATES && { met: isWell(row) }) };
}

/** The bar of what a client leaves behind. */
export function soakBar([row]: readonly SoakRow[]): Bar {
  const figure = '10 minutes at 200 calls/s with 1 % of each fault';
  const bar = 'heap slope ≈ 0, nothing left';
  if (!row) return { figure, bar };
  const [growth, ...others] = soakBounds(row);
  const left = others.reduce((sum, { value }) => sum + value, 0);
  const heap = `${(growth?.value ?? 0).toFixed(2)} MB in ${row.minutes} minutes`;
  const measured = `${heap}, ${left} left; ${count(row.calls)} calls`;
  return { figure, bar, measured, ...(isFullSoak(row) && { met: leftNothing(row) }) };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
