import type { ImportRow } from '../import/import-table.ts';
import type { OverheadRow } from '../overhead/overhead-row.ts';
import type { SizeRow } from '../size/size-table.ts';
import type { Bar } from './bar.ts';

/** What openai cost where the bar of the CPU was set; it tells how fast that machine was. */
const openaiThenUs = 116;
const mostUs = 30;

/** The bars of the CPU that a call may cost: in microseconds, and beside a peer of the same run. */
export function overheadBars(rows: readonly OverheadRow[]): Bar[] {
  const above = (client: string): number | undefined =>
    rows.find(({ name, course }) => name === client && course === 'stub')?.aboveRawUs.median;
  const [own, openai] = [above('ours'), above('openai')];
  const value = own !== undefined && openai !== undefined ? own / openai : undefined;
  const figure = 'CPU per call over raw fetch (stub), everything on';
  return [
    atMost({ figure, most: mostUs, unit: 'µs', value: own }),
    atMost({
      figure: `CPU per call beside openai, as the bar had it (${mostUs} of ${openaiThenUs} µs)`,
      most: Math.round((100 * mostUs) / openaiThenUs) / 100,
      unit: '×',
      value,
      digits: 2,
    }),
  ];
}

/** The bars of what a browser has to load. */
export function sizeBars(rows: readonly SizeRow[]): Bar[] {
  const kilobytes = (client: string): number | undefined => {
    const bytes = rows.find((row) => row.client === client)?.gzipBytes;
    return bytes === undefined ? undefined : bytes / 1000;
  };
  const unit = 'kB';
  return [
    atMost({ figure: 'core client, min + gzip', most: 6.5, unit, value: kilobytes('core') }),
    atMost({ figure: 'whole Product client', most: 10, unit, value: kilobytes('ours') }),
  ];
}

/** The bar of the CPU that an import may cost. */
export function importBar(rows: readonly ImportRow[]): Bar {
  const value = rows.find(({ title }) => title === 'ours')?.cpuMs.median;
  return atMost({ figure: 'cold import, CPU', most: 10, unit: 'ms', value });
}

interface Most {
  readonly figure: string;
  readonly most: number;
  readonly unit: string;
  readonly value: number | undefined;
  readonly digits?: number;
}

function atMost({ figure, most, unit, value, digits = 1 }: Most): Bar {
  const bar = `≤ ${most} ${unit}`;
  if (value === undefined) return { figure, bar };
  return { figure, bar, measured: `${value.toFixed(digits)} ${unit}`, met: value <= most };
}
