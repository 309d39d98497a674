import type { JsonObject } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';
import type { WindowReading } from '../limits/limiter.ts';
import type { Call } from './handler.ts';

/** Answers every window of the calling key, the longest first, without counting the question. */
export function getRateLimit({ core, caller, operation, now }: Call): Outcome {
  if (caller === undefined)
    throw new Error(`cannot handle ${operation.id}: it must ask for a key.`);
  const { windows } = core.limits.take(caller, 0, now);
  const sorted = windows.toSorted((left, right) => right.windowSeconds - left.windowSeconds);
  const shown = sorted.find(({ name }) => name === core.limitPolicy.headerWindow) ?? sorted[0];
  if (shown === undefined) {
    return problem(404, { code: 'not_found', detail: 'The plan of this key has no limits.' });
  }
  const body = { ...summary(shown), plan: caller.plan, windows: sorted.map(details) };
  return { status: operation.successStatus, body };
}

function summary({ quota, remaining, resetAt }: WindowReading): JsonObject {
  const reset = Math.ceil(resetAt / 1000);
  return { limit: quota, remaining, reset, reset_at: instantText(resetAt) };
}

function details(window: WindowReading): JsonObject {
  return { name: window.name, ...summary(window), window_seconds: window.windowSeconds };
}
