import type { ProductClientOptions } from '@product/api-client';
import type { Mock } from '@product/mock-server';
import type { SkipClock } from '../faults/skip-clock.ts';

/**
 * A `fetch` that makes the service's clock follow the client's, for limits that are windows of time.
 *
 * @remarks The client's time stands still while a request is under way: no answer is as old as a wait
 * that was skipped.
 * @param mine - The client's clock.
 * @param theirs - The service's clock.
 */
export function fetchInStep(
  mine: SkipClock,
  theirs: Mock['clock'],
): NonNullable<ProductClientOptions['fetch']> {
  const apartMs = theirs.now() - mine.now();
  let underWay = 0;
  mine.isBusy = () => underWay > 0;
  return async (request, init) => {
    theirs.advance(Math.max(0, mine.now() + apartMs - theirs.now()));
    underWay += 1;
    try {
      const response = await globalThis.fetch(request, init);
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, response);
    } finally {
      underWay -= 1;
    }
  };
}
