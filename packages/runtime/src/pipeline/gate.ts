import { RateLimitError } from '../errors/status-errors.ts';
import type { RateGate } from '../gate/rate-gate.ts';
import type { Refusal } from '../gate/waiting-line.ts';
import { MAX_JITTER_MS, probeAfterMs, withJitterOnTopMs } from '../policy/backoff.ts';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import type { Lease } from '../store/rate-limit-store.ts';
import { type Call, contextOf, type Reply, remainingMs, type Stage } from './call.ts';
import { abortError, deadlineError, signalOf } from './interrupt.ts';
import { tell } from './tell.ts';

/** Holds the call until the rate limit has room, and learns from every answer. */
export const gate: Stage = async (call, next) => {
  const { settings, operation } = call;
  const rateGate = settings.gates.of(
    operation.anonymous ? undefined : settings.credential,
    settings.origin,
    operation.rateLimitPolicy,
  );
  const entered = enter(call, rateGate);
  const lease = typeof entered === 'object' ? await entered : entered;
  let reply: Reply | undefined;
  try {
    reply = await next(call);
    return reply;
  } finally {
    if (reply) learn(call, { rateGate, lease, reply });
    else if (call.sentAt === undefined) rateGate.giveBack(lease);
    else rateGate.leave(lease, { nowMs: settings.clock.now() });
  }
};

/** Most calls find room at once, and cost no turn of the event loop then. */
function enter(call: Call, rateGate: RateGate): Lease | Promise<Lease> {
  if (call.isEnded) throw abortError(call);
  if (remainingMs(call) <= 0) throw deadlineError(call);
  call.place ??= rateGate.takePlace();
  return rateGate.enterNow(call.priority) ?? wait(call, rateGate, call.place);
}

async function wait(call: Call, rateGate: RateGate, place: number): Promise<Lease> {
  const { deadlineAt, priority } = call;
  const { clock } = call.settings;
  const startedAt = clock.now();
  // Neither jitter nor the rounding of resets to whole seconds makes a wait too long.
  const patienceMs = Math.max(0, call.maxWaitMs - call.heldMs) + MAX_JITTER_MS;
  const givesUpAt = Math.min(startedAt + patienceMs, deadlineAt);
  const verdict = await rateGate.enter({ place, priority, givesUpAt, signal: signalOf(call) });
  if (typeof verdict === 'object') throw refusalError(call, verdict);
  call.gateWaitMs = clock.now() - startedAt;
  call.heldMs += call.gateWaitMs;
  tell(call, { type: 'wait', waitMs: call.gateWaitMs });
  return verdict;
}

interface Answered {
  readonly rateGate: RateGate;
  readonly lease: Lease;
  readonly reply: Reply;
}

function learn(call: Call, { rateGate, lease, reply }: Answered): void {
  const { settings } = call;
  const nowMs = settings.clock.now();
  const reports = rateGate.reader.read(reply.response, nowMs).map((report) => {
    // A name is shown in events and errors, and is whatever the server says.
    const policy = settings.credential.maskIn(report.policy);
    return policy === report.policy ? report : { ...report, policy };
  });
  reply.rateLimit = reports;
  const namedMs = waitOfRefusal(reply, nowMs);
  const pauseMs = reply.isRefused ? pauseAfter(call, namedMs, rateGate.refusals) : undefined;
  rateGate.leave(lease, { nowMs, reports, pauseMs, named: !!namedMs });
  if (reports.length === 0) return;
  for (const window of rateGate.findLow(settings.warnBelow)) {
    settings.emit({ type: 'rate-limit-low', ...window });
  }
}

/** Notes whether an answer refuses the call for the limit, and how long it asks to wait. */
function waitOfRefusal(reply: Reply, nowMs: number): number | undefined {
  const { status, headers } = reply.response;
  if (status !== 429 && status !== 403) return undefined;
  const namedMs = readRetryAfterMs(headers, nowMs) ?? exhaustedMs(reply.rateLimit);
  // GitHub refuses with 403 too; it is told from a lack of permission by the wait that it names.
  reply.isRefused = status === 429 || namedMs !== undefined;
  if (reply.isRefused && namedMs !== undefined) reply.retryAfterMs = namedMs;
  return namedMs;
}

/** How long nothing is sent: what the server says, with jitter on top; if it says nothing, a backoff. */
function pauseAfter(call: Call, namedMs: number | undefined, refusals: number): number {
  const { random } = call.settings;
  const named = namedMs === undefined ? {} : { retryAfterMs: namedMs };
  tell(call, { type: 'rate-limited', ...named });
  const drawn = random();
  if (!namedMs) return probeAfterMs(refusals, call.retry, drawn);
  // A server that names the same short wait over and over is asked less and less often.
  const again = refusals > 0 ? probeAfterMs(refusals - 1, call.retry, drawn) : 0;
  return Math.max(withJitterOnTopMs(namedMs, drawn), again);
}

function exhaustedMs(reports: readonly RateLimitReport[] = []): number | undefined {
  const waits = reports.flatMap(({ remaining, resetAfterMs }) =>
    remaining === 0 && resetAfterMs !== undefined ? [resetAfterMs] : [],
  );
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function refusalError(call: Call, { kind, ...known }: Refusal): Error {
  if (kind === 'aborted') return abortError(call);
  if (known.retryAfterMs === undefined && remainingMs(call) <= 0) return deadlineError(call);
  return new RateLimitError({
    ...contextOf(call),
    status: 429,
    code: 'rate_limit_wait_too_long',
    message:
      'cannot send the request: the rate limit has no room for it in time. ' +
      'Try again after retryAfterMs, or raise rateLimit.maxWaitMs or deadlineMs.',
    headers: new Headers(),
    ...known,
  });
}
