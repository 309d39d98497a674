import { ProductClient, type ProductClientOptions } from '@product/api-client';
import { createMock, type Mock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { SkipClock } from '../faults/skip-clock.ts';
import { createDraw } from './draw.ts';
import { type FaultKind, faultKinds, startFaultyProxy } from './faulty-proxy.ts';
import { fetchInStep } from './fetch-in-step.ts';

/** How much chaos. */
export interface ChaosOptions {
  /** Tasks that are created. */
  readonly creates: number;
  /** Which faults strike. */
  readonly seed: number;
  /** Share of the requests that a fault strikes, from 0 to 1. */
  readonly faultShare?: number;
  /** Calls under way at once. */
  readonly concurrency?: number;
  /** Limit of an attempt, in milliseconds of real time: a lost request costs this long. */
  readonly timeoutMs?: number;
  /** Requests that the service allows per minute; without it there is no limit. */
  readonly perMinute?: number;
}

/** What came of it. */
export interface ChaosReport {
  /** Rows that the mock has of these creates. */
  readonly rows: number;
  /** Creates that it has more than one row of. */
  readonly doubled: number;
  /** Creates that it has no row of. */
  readonly lost: number;
  /** Calls that ended with an error, by its code and why it was not repeated. */
  readonly failed: ReadonlyMap<string, number>;
  /** Calls that gave another task than the one they created. */
  readonly mistaken: number;
  /** Requests that were sent. */
  readonly requests: number;
  /** Most attempts that a call took. */
  readonly mostAttempts: number;
  /** Requests that the service refused because of its limit. */
  readonly refusals: number;
  /** Time that passed for the client, in milliseconds; nearly all of it was skipped. */
  readonly waitedMs: number;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<FaultKind, number>;
}

const unlimited = 100_000_000;

/** Creates tasks through a proxy that breaks, and counts what the mock then has. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, timeoutMs = 500, perMinute: minute = unlimited } = options;
  const mock = createMock({ seed, plans: { enterprise: { hour: unlimited, minute } } });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  const service = await listen(mock, { port: 0 });
  const nextFault = faultDraw(options);
  const proxy = await startFaultyProxy({ target: service.url, nextFault });
  const clock = new SkipClock();
  let refusals = 0;
  const client = new ProductClient({
    apiKey: key.secret,
    baseUrl: proxy.url,
    clock,
    random: createDraw(seed + 1),
    timeoutMs,
    ...(minute !== unlimited && limitedBy(clock, mock)),
    onEvent: ({ type }) => {
      if (type === 'rate-limited') refusals += 1;
    },
    // By chance alone a call meets 20 faults in a row once in 30 thousand million calls.
    retry: { maxAttempts: 20 },
  });
  const outcomes = await createAll(client, options);
  await proxy.close();
  await service.close();
  const rows = await rowsOf(mock, key.secret);
  const { requests, struck } = proxy;
  return { ...compare(outcomes, rows), requests, struck, refusals, waitedMs: clock.elapsedMs };
}

/** What a client needs that waits for a limit, and for longer than it would by default. */
function limitedBy(clock: SkipClock, mock: Mock): ProductClientOptions {
  return { fetch: fetchInStep(clock, mock.clock), rateLimit: { maxWaitMs: 3_600_000 } };
}

function faultDraw({ seed, faultShare = 0.3 }: ChaosOptions): () => FaultKind | undefined {
  const draw = createDraw(seed);
  return () =>
    draw() < faultShare ? faultKinds[Math.floor(draw() * faultKinds.length)] : undefined;
}

/** What came of one create. */
interface Outcome {
  readonly title: string;
  readonly id?: string;
  /** Code of the error and why the call ended, if it failed. */
  readonly why?: string;
  readonly attempts: number;
}

async function createAll(
  client: ProductClient,
  { creates, concurrency = 32 }: ChaosOptions,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < creates) {
      const title = `chaos ${next}`;
      next += 1;
      outcomes.push(await createOne(client, title));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, creates) }, work));
  return outcomes;
}

async function createOne(client: ProductClient, title: string): Promise<Outcome> {
  try {
    const { data, attempts } = await client.tasks.create({ title }).withResponse();
    return { title, id: data.id, attempts: attempts.length };
  } catch (error) {
    const { code = 'untyped', attempts = [] } = Object(error);
    const why = `${code}, ${attempts.at(-1)?.reason ?? 'not sent'}`;
    return { title, why, attempts: attempts.length };
  }
}

/** Ids of the rows by title, read from the mock itself and not by the client under test. */
async function rowsOf(mock: Mock, secret: string): Promise<ReadonlyMap<string, string[]>> {
  const idsByTitle = new Map<string, string[]>();
  let cursor = '';
  do {
    const url = `${mock.baseUrl}/tasks?limit=100${cursor && `&cursor=${cursor}`}`;
    const answer = await mock.fetch(url, { headers: { authorization: `Bearer ${secret}` } });
    const page = Object(await answer.json());
    for (const { id, title } of page.data) {
      if (!title.startsWith('chaos ')) continue;
      idsByTitle.set(title, [...(idsByTitle.get(title) ?? []), id]);
    }
    cursor = page.has_more ? encodeURIComponent(page.next_cursor) : '';
  } while (cursor !== '');
  return idsByTitle;
}

function compare(
  outcomes: readonly Outcome[],
  rows: ReadonlyMap<string, readonly string[]>,
): Pick<ChaosReport, 'rows' | 'doubled' | 'lost' | 'failed' | 'mistaken' | 'mostAttempts'> {
  const failed = new Map<string, number>();
  for (const { why } of outcomes) {
    if (why !== undefined) failed.set(why, (failed.get(why) ?? 0) + 1);
  }
  const ids = [...rows.values()];
  return {
    rows: ids.flat().length,
    doubled: ids.filter(({ length }) => length > 1).length,
    lost: outcomes.filter(({ title }) => !rows.has(title)).length,
    failed,
    mistaken: outcomes.filter(({ title, id }) => id !== undefined && !rows.get(title)?.includes(id))
      .length,
    mostAttempts: Math.max(...outcomes.map(({ attempts }) => attempts)),
  };
}
