import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from '../processes/child.ts';
import type { Fault } from './cell.ts';
import type { SharedRedis } from './shared-redis.ts';

/** What a fault is to hit, and when the calls start. */
export interface Victims {
  readonly fault: Fault | undefined;
  readonly startAt: number;
  readonly children: readonly Child[];
  readonly redis: SharedRedis | undefined;
}

const killAfterMs = 900;
/** Half way through a burst. */
const restartAfterMs = 4000;

/** Lets the fault of a cell happen, if it has one. */
export async function strike({ fault, startAt, children, redis }: Victims): Promise<void> {
  if (fault === 'kill-one') {
    await sleep(startAt - Date.now() + killAfterMs);
    children.at(-1)?.kill();
  } else if (fault === 'restart-redis') {
    await sleep(startAt - Date.now() + restartAfterMs);
    await redis?.restart();
  }
}
