import type { GrowthRow, InProcessRow, MockRow, ThroughputRow } from '../mock/mock-row.ts';
import type { Bar } from './bar.ts';

const leastGet = 0.4;
const leastPost = 0.35;
// Stripe's document may cost a tenth.
const shareOfSmall = 0.9;

/** The bars of the mock. */
export function mockBars(rows: readonly MockRow[]): Bar[] {
  const struck = rows.filter((row): row is ThroughputRow => row.kind === 'throughput');
  const [small, stripe, github] = ['small document', "Stripe's document", "GitHub's document"].map(
    (title) => struck.find(({ course, server }) => course.startsWith(title) && server === 'ours'),
  );
  return [
    ...ratioBars('mock over HTTP, small document', small, { get: leastGet, post: leastPost }),
    ...ratioBars("mock over HTTP, Stripe's document", stripe, {
      get: shareOfSmall * leastGet,
      post: shareOfSmall * leastPost,
    }),
    ...startBars("mock of Stripe's document", stripe, { ms: 2000, mb: 250 }),
    ...startBars("mock of GitHub's document", github, { ms: 4000, mb: 400 }),
    ...inProcessBars(rows.filter((row): row is InProcessRow => row.kind === 'in-process')),
    ...growthBars(rows.filter((row): row is GrowthRow => row.kind === 'growth')),
  ];
}

function ratioBars(
  figure: string,
  row: ThroughputRow | undefined,
  { get, post }: { readonly get: number; readonly post: number },
): Bar[] {
  const gets = row?.figures?.getRatio.median;
  const posts = row?.figures?.postRatio.median;
  return [
    atLeast(`${figure}: GET ÷ bare node:http`, get, gets),
    atLeast(`${figure}: POST ÷ bare node:http`, post, posts),
  ];
}

function startBars(
  figure: string,
  row: ThroughputRow | undefined,
  most: { readonly ms: number; readonly mb: number },
): Bar[] {
  const ms = row?.figures?.startMs.median;
  const mb = row?.figures?.startMb;
  return [
    atMost(`${figure}: start to first answer`, { most: most.ms, unit: 'ms' }, ms),
    atMost(`${figure}: memory at the first answer`, { most: most.mb, unit: 'MB' }, mb),
  ];
}

function inProcessBars(rows: readonly InProcessRow[]): Bar[] {
  const ratioOf = (table: InProcessRow['table']): number | undefined =>
    rows.filter((row) => row.table === table).at(-1)?.ratio.median;
  const own = ratioOf('fetch');
  const speed = own === undefined ? undefined : 1 / own;
  const title = 'msw, 468 operations: time per request ÷ one handler by hand';
  return [
    atLeast('mock.fetch: speed ÷ Request and Response alone', leastGet, speed),
    atMost(title, { most: 1.1, unit: '×' }, ratioOf('msw')),
  ];
}

// A heap that holds less than a megabyte more after a million requests does not grow with them.
function growthBars([heap, page]: readonly GrowthRow[]): Bar[] {
  const grown = heap && heap.after - heap.before;
  return [
    atMost(
      `mock: ${heap?.name ?? 'heap after 1,000,000 requests'}`,
      { most: 1, unit: 'MB more' },
      grown,
    ),
    atMost(
      `mock: ${page?.name ?? 'first page of 100,000 rows'} ÷ that of 100`,
      { most: 2, unit: '×' },
      page && page.after / page.before,
    ),
  ];
}

function atLeast(figure: string, least: number, value: number | undefined): Bar {
  const bar = `≥ ${least.toFixed(2)}`;
  if (value === undefined) return { figure, bar };
  return { figure, bar, measured: value.toFixed(2), met: value >= least };
}

function atMost(
  figure: string,
  { most, unit }: { readonly most: number; readonly unit: string },
  value: number | undefined,
): Bar {
  const bar = `≤ ${most} ${unit}`;
  if (value === undefined) return { figure, bar };
  const digits = most >= 100 ? 0 : 2;
  return { figure, bar, measured: `${value.toFixed(digits)} ${unit}`, met: value <= most };
}
