import { type Cell, type CellResult, type Fault, type HerdRow, wasRun } from '../herd/cell.ts';
import type { ServerName } from '../servers/all-servers.ts';
import type { Bar } from './bar.ts';

interface BurstBar {
  readonly figure: string;
  readonly refused: number;
  readonly ratio: number;
  readonly cell: Wanted;
}

interface Wanted extends Pick<Cell, 'client' | 'load' | 'processes'> {
  readonly server?: ServerName;
}

const alone = { client: 'ours', load: 'burst', processes: 1 } as const;
const shared = { client: 'ours-redis', load: 'burst', processes: 4 } as const;

const bursts: readonly BurstBar[] = [
  {
    figure: '100 calls at once, 20 per 2 s, headers',
    refused: 1,
    ratio: 1.15,
    cell: { ...alone, server: 'aligned-window' },
  },
  {
    figure: '100 calls at once, token bucket with only Retry-After',
    refused: 6,
    ratio: 1.3,
    cell: { ...alone, server: 'token-bucket' },
  },
  {
    figure: '100 calls at once, fixed window with no hints',
    refused: 10,
    ratio: 1.5,
    cell: { ...alone, server: 'fixed-window' },
  },
  {
    figure: '100 calls at once, headers, 4 processes over Redis',
    refused: 2,
    ratio: 1.3,
    cell: { ...shared, server: 'aligned-window' },
  },
];

const survivals = [
  { figure: '4 processes over Redis, one of them killed', fault: 'kill-one' },
  { figure: '4 processes over Redis, Redis restarted half way', fault: 'restart-redis' },
] as const;

// Only these say what remains: without it refusals are how the limit is learned.
const overloads = [
  {
    figure: 'constant overload over 5 windows, aligned: quota used / refused',
    server: 'aligned-window',
  },
  {
    figure: 'constant overload over 5 windows, sliding: quota used / refused',
    server: 'sliding-window',
  },
] as const;

/** The bars of the herd, each beside the cell that tells whether it is met. */
export function herdBars(rows: readonly HerdRow[]): Bar[] {
  const cells = rows.filter(wasRun);
  return [
    ...bursts.map((bar) => burstBar(bar, find(cells, bar.cell))),
    ...survivals.map(({ figure, fault }) => survivalBar(figure, find(cells, shared, fault))),
    ...overloads.map(({ figure, server }) => {
      const cell = find(cells, { client: 'ours', load: 'overload', processes: 1, server });
      return overloadBar(figure, cell);
    }),
  ];
}

function find(
  cells: readonly CellResult[],
  { client, load, processes, server = 'aligned-window' }: Wanted,
  fault?: Fault,
): CellResult | undefined {
  return cells.find(
    (cell) =>
      cell.client === client &&
      cell.load === load &&
      cell.processes === processes &&
      cell.server === server &&
      cell.fault === fault,
  );
}

function burstBar({ figure, refused, ratio }: BurstBar, cell: CellResult | undefined): Bar {
  const bar = `100 / ≤ ${refused} / ≤ ${ratio.toFixed(2)}`;
  if (cell === undefined) return { figure, bar };
  const wall = cell.wallMs / cell.floorMs;
  const met = cell.succeeded === cell.offered && cell.refused <= refused && wall <= ratio;
  const measured = `${cell.succeeded} / ${cell.refused} / ${wall.toFixed(2)}`;
  return { figure, bar, measured, met };
}

function survivalBar(figure: string, cell: CellResult | undefined): Bar {
  const bar = "every survivor's call";
  if (cell === undefined) return { figure, bar };
  const { succeeded, offered } = cell;
  return { figure, bar, measured: `${succeeded} of ${offered}`, met: succeeded === offered };
}

function overloadBar(figure: string, cell: CellResult | undefined): Bar {
  const bar = '≥ 97 % / ≤ 0.5 %';
  if (cell === undefined) return { figure, bar };
  const refused = cell.refused / Math.max(1, cell.requests);
  const measured = `${(cell.quotaShare * 100).toFixed(1)} % / ${(refused * 100).toFixed(1)} %`;
  return { figure, bar, measured, met: cell.quotaShare >= 0.97 && refused <= 0.005 };
}
