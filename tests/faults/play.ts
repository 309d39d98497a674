import { getEventListeners } from 'node:events';
import {
  type ApiPromise,
  type Attempt,
  type CallOptions,
  ProductClient,
  type ProductClientOptions,
  type Task,
} from '@product/api-client';
import { VirtualClock } from '../../packages/runtime/src/testing/virtual-clock.ts';
import { KeyedService } from './keyed-service.ts';
import type { Situation } from './situation.ts';

const priorities = ['interactive', 'normal', 'batch'] as const;

/** What came of one call, in virtual time. */
export interface Ended {
  readonly title: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly attempts: readonly Attempt[];
  readonly tookMs: number;
}

/** What is left when all calls have ended. */
export interface Played {
  readonly service: KeyedService;
  readonly ended: readonly Ended[];
  /** Timers and listeners that nobody needs any more. */
  readonly left: number;
}

/** Makes the call that is tried. */
export type MakeCall = (
  client: ProductClient,
  title: string,
  options: CallOptions,
) => ApiPromise<Task>;

/** Makes calls, and lets virtual time pass until each has ended. */
export async function play(given: Situation, make: MakeCall): Promise<Played> {
  const { mishaps, calls, abortAtMs } = given;
  const { timeoutMs, deadlineMs, maxAttempts, random, ...rateLimit } = given.limits;
  const clock = new VirtualClock();
  const service = new KeyedService(clock, mishaps);
  const startedAt = clock.now();
  let asked = 0;
  const client = new ProductClient({
    // A credential that can be renewed, so that a 401 may cost one attempt more.
    apiKey: async () => {
      asked += 1;
      return `at_test_mock_${asked}_4f9a2c7e1b`;
    },
    timeoutMs,
    ...(Number.isFinite(deadlineMs) && { deadlineMs }),
    fetch: service.fetch,
    clock,
    random: () => random,
    retry: { maxAttempts },
    rateLimit,
  } satisfies ProductClientOptions);
  const end = async (title: string, index: number): Promise<Ended> => {
    const options = { signal: controller.signal, priority: priorities[index % 3] };
    const fate = await make(client, title, options)
      .withResponse()
      .catch((error: unknown) => ({ error, attempts: Object(error).attempts ?? [] }));
    const { attempts, ...rest } = fate;
    return { title, ...rest, attempts, tookMs: clock.now() - startedAt };
  };
  const titles = Array.from({ length: calls }, (_, index) => `call ${index}`);
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const keep = Number.isFinite(abortAtMs) ? clock.setAlarm(abortAtMs, abort) : undefined;
  const ended = await clock.run(Promise.all(titles.map(end)));
  keep?.();
  const listeners = getEventListeners(controller.signal, 'abort').length;
  return { service, ended, left: clock.pending + listeners };
}
