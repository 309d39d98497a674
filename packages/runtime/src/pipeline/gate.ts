import { RateLimitError } from '../errors/status-errors.ts';
import type { RateGate } from '../gate/rate-gate.ts';
import type { Refusal } from '../gate/waiting-line.ts';
import { fullJitterMs, MAX_JITTER_MS, withJitterOnTopMs } from '../policy/backoff.ts';
import { type RateLimitReport, readRateLimit } from '../policy/rate-limit-headers.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import { type Call, contextOf, type Reply, type Stage } from './call.ts';
import { abortError, deadlineError } from './interrupt.ts';

/** Holds the call until the rate limit has room, and learns from every answer. */
export const gate: Stage = async (call, next) => {
  const { settings, operation } = call;
  const rateGate = settings.gates.of(
    operation.anonymous ? undefined : settings.credential,
    settings.origin,
  );
  const wave = await enter(call, rateGate);
  let reply: Reply | undefined;
  try {
    reply = await next(call);
    return reply;
  } finally {
    if (reply) learn(call, { rateGate, wave, reply });
    else if (call.sentAt === undefined) rateGate.giveBack();
    else rateGate.leave({ wave, nowMs: settings.clock.now() });
  }
};

async function enter(call: Call, rateGate: RateGate): Promise<number> {
  const { clock, emit } = call.settings;
  if (call.signal?.aborted) throw abortError(call);
  const startedAt = clock.now();
  if (startedAt >= call.deadlineAt) throw deadlineError(call);
  call.place ??= rateGate.takePlace();
  // Neither jitter nor the rounding of resets to whole seconds makes a wait too long.
  const givesUpAt = Math.min(startedAt + call.maxWaitMs + MAX_JITTER_MS, call.deadlineAt);
  const entry = rateGate.enter({ place: call.place, givesUpAt, signal: call.signal });
  if (typeof entry === 'number') return entry;
  const verdict = await entry;
  if (typeof verdict !== 'number') throw refusalError(call, verdict);
  call.gateWaitMs = clock.now() - startedAt;
  emit({ type: 'wait', operation: call.operation.id, waitMs: call.gateWaitMs });
  return verdict;
}

interface Answered {
  readonly rateGate: RateGate;
  readonly wave: number;
  readonly reply: Reply;
}

function learn(call: Call, { rateGate, wave, reply }: Answered): void {
  const { settings } = call;
  const { status, headers } = reply.response;
  const nowMs = settings.clock.now();
  const reports = readRateLimit(headers, nowMs);
  reply.rateLimit = reports;
  const refused = status === 429;
  rateGate.leave({
    wave,
    nowMs,
    reports,
    pauseMs: refused ? pauseMs(call, reply, rateGate) : undefined,
  });
  const low = reports.length > 0 ? rateGate.findLow(settings.warnBelow) : [];
  for (const window of low) settings.emit({ type: 'rate-limit-low', ...window });
}

/** How long nothing is sent after a 429: what the server says, with jitter on top, else a backoff. */
function pauseMs(call: Call, reply: Reply, rateGate: RateGate): number {
  const { random, clock, emit } = call.settings;
  const named =
    readRetryAfterMs(reply.response.headers, clock.now()) ?? exhaustedMs(reply.rateLimit);
  if (named !== undefined) reply.retryAfterMs = named;
  emit({
    type: 'rate-limited',
    operation: call.operation.id,
    ...(named !== undefined && { retryAfterMs: named }),
  });
  if (named) return withJitterOnTopMs(named, random());
  return fullJitterMs(rateGate.bucket.refusals + 1, call.retry, random());
}

function exhaustedMs(reports: readonly RateLimitReport[] = []): number | undefined {
  const waits = reports.flatMap(({ remaining, resetAfterMs }) =>
    remaining === 0 && resetAfterMs !== undefined ? [resetAfterMs] : [],
  );
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function refusalError(call: Call, { kind, retryAfterMs, limit }: Refusal): Error {
  if (kind === 'aborted') return abortError(call);
  const { clock } = call.settings;
  if (retryAfterMs === undefined && clock.now() >= call.deadlineAt) return deadlineError(call);
  return new RateLimitError({
    ...contextOf(call),
    status: 429,
    code: 'rate_limit_wait_too_long',
    message:
      'cannot send the request: the rate limit has no room for it in time. ' +
      'Try again after retryAfterMs, or raise rateLimit.maxWaitMs or deadlineMs.',
    headers: new Headers(),
    retryAfterMs,
    limit,
  });
}
