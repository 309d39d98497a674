import { ProductClient } from '@product/api-client';
import { fixedWindows } from '../../packages/runtime/src/testing/model-server.ts';
import { VirtualClock } from '../../packages/runtime/src/testing/virtual-clock.ts';
import { latencyMs } from '../servers/server.ts';
import type { LimitsRow } from './limits-table.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const windows = [
  { name: 'minute', limit: 100, windowMs: minuteMs },
  { name: 'hour', limit: 1000, windowMs: hourMs },
];

/** A whole hour of the server's grid. */
const firstHourAt = Math.ceil(1_750_000_000_000 / hourMs) * hourMs;

/** Callers that call again as soon as they have an answer: more than both limits let through. */
const callers = 150;

/** A span of time under constant overload. */
export type Overload = Pick<LimitsRow, 'binding' | 'spanMs' | 'phaseMs'>;

/** Runs a client under constant overload against a server of two limits, in virtual time. */
export async function strikeTwoLimits(overload: Overload): Promise<LimitsRow> {
  const startAt = firstHourAt + overload.phaseMs;
  const clock = new VirtualClock(startAt);
  const server = fixedWindows(windows, 'ietf');
  const tally = { accepted: 0, refused: 0, failed: 0 };
  const fetch = async (): Promise<Response> => {
    await clock.sleep(latencyMs / 2);
    const { refused, headers } = server.take(clock.now());
    tally[refused ? 'refused' : 'accepted'] += 1;
    await clock.sleep(latencyMs / 2);
    return Response.json({ id: 'task_1' }, { status: refused ? 429 : 200, headers });
  };
  const client = new ProductClient({
    apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
    baseUrl: 'https://api.example.com/v1',
    clock,
    fetch,
    rateLimit: { maxWaitMs: 2 * hourMs },
  });
  const end = new AbortController();
  clock.setAlarm(overload.spanMs, () => end.abort());
  const call = async (): Promise<void> => {
    while (!end.signal.aborted) {
      try {
        await client.tasks.get('task_1', { signal: end.signal });
      } catch {
        if (!end.signal.aborted) tally.failed += 1;
      }
    }
  };
  await clock.run(Promise.all(Array.from({ length: callers }, call)));
  const capacity = capacityOf(startAt, startAt + overload.spanMs);
  return { ...overload, capacity, ...tally };
}

/** What the server lets through to one who asks at the begin of each minute until it is refused. */
function capacityOf(startAt: number, endAt: number): number {
  const server = fixedWindows(windows, 'silent');
  let accepted = 0;
  for (let at = startAt; at < endAt; at = (Math.floor(at / minuteMs) + 1) * minuteMs) {
    while (!server.take(at).refused) accepted += 1;
  }
  return accepted;
}
