import { ProductClient, type ProductClientOptions, ProductError } from '@product/api-client';
import { expect, onTestFinished } from 'vitest';
import { type FaultServer, type Plan, startFaultServer } from './fault-server.ts';
import { SkipClock } from './skip-clock.ts';

/** A client and a server that breaks, and what must be left of both at the end: nothing. */
export interface FaultBench {
  readonly client: ProductClient;
  readonly server: FaultServer;
  readonly clock: SkipClock;
  /** Requests that wait for their headers. */
  readonly underWay: () => number;
}

/**
 * A client on a server that plays scripts.
 *
 * @remarks Random is always a half, so a backoff is half its bound: 250, 500, 1000 ms.
 */
export async function faultBench(
  plan: Plan,
  options: ProductClientOptions = {},
): Promise<FaultBench> {
  const server = await startFaultServer(plan);
  const clock = new SkipClock();
  let underWay = 0;
  const client = new ProductClient({
    apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
    baseUrl: server.url,
    clock,
    random: () => 0.5,
    fetch: async (request, init) => {
      underWay += 1;
      return globalThis.fetch(request, init).finally(() => {
        underWay -= 1;
      });
    },
    ...options,
  });
  const unhandled: unknown[] = [];
  const note = (reason: unknown): number => unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(async () => {
    await server.close();
    process.off('unhandledRejection', note);
    expect({ unhandled, pending: clock.pending, underWay }).toEqual({
      unhandled: [],
      pending: 0,
      underWay: 0,
    });
  });
  return { client, server, clock, underWay: () => underWay };
}

/** The error that a call must end with. */
export async function errorOf(call: Promise<unknown>): Promise<ProductError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProductError);
  return error as ProductError; // by the line above
}

/** Why each attempt was, or was not, followed by another. */
export function reasonsOf({ attempts }: Pick<ProductError, 'attempts'>): readonly string[] {
  return attempts.map(({ reason }) => reason);
}

/** How long each attempt was held back, in milliseconds. */
export function waitsOf({ attempts }: Pick<ProductError, 'attempts'>): readonly number[] {
  return attempts.map(({ waitMs }) => waitMs);
}
