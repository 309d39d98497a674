import { fork } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ProductClient } from '@product/api-client';
import { type HeapSample, heapGrowthBytes } from './heap-trend.ts';
import { Load } from './load.ts';
import type { ServiceAddress } from './service.ts';

/** How long and how hard. */
export interface SoakOptions {
  readonly minutes: number;
  /** Calls per second. */
  readonly rate: number;
}

/** What a soak left behind. */
export interface SoakReport {
  readonly outcomes: ReadonlyMap<string, number>;
  readonly untyped: number;
  readonly attempts: number;
  readonly heapAtStartBytes: number;
  readonly heapGrowthBytes: number;
  readonly unhandledRejections: number;
  readonly warnings: number;
  /** Listeners on the one signal that all calls had. */
  readonly listeners: number;
  /** Timers, sockets and the like that were not there before. */
  readonly resources: readonly string[];
}

/** Makes calls for a while through a proxy that breaks, then looks for what was not cleaned up. */
export async function runSoak({ minutes, rate }: SoakOptions): Promise<SoakReport> {
  const before = process.getActiveResourcesInfo();
  const trouble = watchProcess();
  const service = fork(new URL('service.ts', import.meta.url), {
    execArgv: ['--conditions=source'],
  });
  const [address] = await once(service, 'message');
  const { signal } = new AbortController();
  let attempts = 0;
  const client = new ProductClient({
    ...clientOptions(address),
    onEvent: ({ type }) => {
      if (type === 'attempt') attempts += 1;
    },
  });
  const load = new Load(client, signal);
  load.start(rate);
  const samples = await watchHeap(minutes * 60);
  await load.stop();
  service.disconnect();
  await once(service, 'exit');
  const resources = await resourcesBeyond(before);
  return {
    outcomes: load.outcomes,
    untyped: load.untyped,
    attempts,
    heapAtStartBytes: samples[0]?.bytes ?? 0,
    heapGrowthBytes: heapGrowthBytes(samples),
    ...trouble(),
    listeners: getEventListeners(signal, 'abort').length,
    resources,
  };
}

function clientOptions({ url, apiKey }: ServiceAddress) {
  return { apiKey, baseUrl: url, timeoutMs: 1000, retry: { baseDelayMs: 100 } };
}

type Trouble = () => Pick<SoakReport, 'unhandledRejections' | 'warnings'>;

function watchProcess(): Trouble {
  let [unhandledRejections, warnings] = [0, 0];
  process.on('unhandledRejection', () => {
    unhandledRejections += 1;
  });
  // Such as MaxListenersExceededWarning.
  process.on('warning', () => {
    warnings += 1;
  });
  return () => ({ unhandledRejections, warnings });
}

/** Looks at the heap while time passes; what happens in the first sixth is warming up. */
async function watchHeap(seconds: number): Promise<readonly HeapSample[]> {
  const samples: HeapSample[] = [];
  await wait((seconds / 6) * 1000);
  const looks = Math.max(10, Math.min(200, Math.floor(seconds / 3)));
  for (let look = 0; look < looks; look++) {
    await wait(((seconds * 5) / 6 / looks) * 1000);
    globalThis.gc?.();
    samples.push({
      atSeconds: performance.now() / 1000,
      bytes: process.memoryUsage().heapUsed,
    });
  }
  return samples;
}

/** What is active and was not before, once the event loop has had time to see sockets close. */
async function resourcesBeyond(before: readonly string[]): Promise<readonly string[]> {
  for (let turn = 0; turn < 20; turn++) {
    if (beyond(before).length === 0) break;
    await wait(100);
  }
  return beyond(before);
}

function beyond(before: readonly string[]): readonly string[] {
  const known = [...before];
  return process.getActiveResourcesInfo().filter((resource) => {
    const at = known.indexOf(resource);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
