import { ClientError } from '../errors/client-error.ts';
import type { Attempt } from '../events/attempt.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import { costOf } from '../policy/retry-budget.ts';
import {
  type Decision,
  decideRetry,
  type Outcome,
  type RetryReason,
} from '../policy/retry-policy.ts';
import { type Call, type Reply, remainingMs, type Stage } from './call.ts';
import { abortError, signalOf } from './interrupt.ts';
import { tell } from './tell.ts';

const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE)$/;

/** Codes of failures that may be over by the next attempt. */
const PASSING = /^(connection_failed|body_cut_off|token_endpoint_failed)$/;

/** What a success looks like that was cut off on its way, so that the next one may be whole. */
const BROKEN = /^invalid_(json|utf8|encoding)$/;

/** Sends the call until the policy is content; the only place that repeats anything. */
export const retry: Stage = async (call, next) => {
  const { budget } = call.settings;
  let backoffMs = 0;
  let counted = 1;
  for (let attempt = 1; ; attempt++) {
    call.sentAt = undefined;
    call.bytes = undefined;
    call.gateWaitMs = 0;
    let reply: Reply | undefined;
    let error: unknown;
    let outcome: Result;
    try {
      reply = await next(call);
      outcome = resultOf(call, reply);
    } catch (thrown) {
      error = thrown;
      outcome = { failure: failureOf(thrown) };
    }
    const { again, reason, waitMs } = decide(call, counted, outcome);
    record(call, { attempt, backoffMs, reason, outcome });
    if (!again) {
      if (reply) return conclude(call, reply, outcome);
      throw explain(error, reason);
    }
    const cost = costOf(reason);
    call.spent += cost;
    budget.spend(cost);
    tell(call, { type: 'retry', attempt, reason, waitMs });
    if (reason !== 'rate-limited') counted += 1;
    // The gate holds back every call after a 429, this one too.
    backoffMs = reason === 'rate-limited' ? 0 : waitMs;
    await sleep(call, backoffMs);
    prepareNext(call, reason);
  }
};

function conclude(call: Call, reply: Reply, { status = 500, isUseless }: Result): Reply {
  // A server that refuses a call for what it asks is well.
  if (status < 500 && !isUseless) call.settings.budget.refund(call.spent);
  return reply;
}

type Result = Outcome & { readonly isUseless?: boolean };

function resultOf(call: Call, { response, fault, isRefused, retryAfterMs }: Reply): Result {
  const { status, headers } = response;
  if (status < 400)
    return { status, isBroken: fault !== undefined && BROKEN.test(fault), isUseless: !!fault };
  const should = headers.get('x-should-retry');
  return {
    status,
    isRefused,
    retryAfterMs: retryAfterMs ?? readRetryAfterMs(headers, call.settings.clock.now()),
    shouldRetry: should === null ? undefined : should === 'true',
  };
}

function failureOf(error: unknown): Outcome['failure'] {
  const code = error instanceof ClientError && error.code;
  if (code === 'attempt_timeout') return 'timeout';
  // After any other failure the next answer would be the same.
  return PASSING.test(String(code)) ? 'connection' : 'final';
}

function decide(call: Call, attempt: number, outcome: Result): Decision {
  const { settings, operation, keyed, attempts, token } = call;
  const { status = 400, isBroken, isUseless } = outcome;
  if (status < 400 && !isBroken)
    return { again: false, reason: isUseless ? 'final-answer' : 'succeeded', waitMs: 0 };
  const has = (reason: RetryReason): boolean => attempts.some((past) => past.reason === reason);
  const facts = {
    attempt,
    ...call.retry,
    // What never left, for want of a token, did nothing.
    repeatable: keyed || call.sentAt === undefined || IDEMPOTENT.test(operation.method),
    replayable: !(call.body instanceof ReadableStream),
    inDoubt: keyed && attempts.some((past) => past.status === undefined),
    renewable: token !== undefined && settings.credential.renewable && !has('renewed-credential'),
    wasBroken: has('answer-cut-off'),
    budget: settings.budget.left,
    maxWaitMs: call.maxWaitMs,
    remainingMs: remainingMs(call),
    random: settings.random(),
  };
  return decideRetry(facts, outcome);
}

const WHY_NOT: { readonly [Reason in RetryReason]?: string } = {
  'not-idempotent': 'the server may have acted on it, and it has no idempotency key',
  'body-not-replayable': 'its body is a stream, which can be sent once',
  'budget-exhausted': 'too many calls of this client have failed',
  'wait-too-long': 'the wait would be longer than maxWaitMs or deadlineMs allow',
};

/** Says in the error why the call was not sent again, if there is more to say than that it was. */
function explain(error: unknown, reason: RetryReason): unknown {
  const why = WHY_NOT[reason];
  if (why && error instanceof ClientError) error.message += ` It was not sent again: ${why}.`;
  return error;
}

interface Finished {
  readonly attempt: number;
  readonly backoffMs: number;
  readonly reason: RetryReason;
  readonly outcome: Outcome;
}

function record(call: Call, { attempt, backoffMs, reason, outcome }: Finished): void {
  const { status, isRefused } = outcome;
  // A call that never left, because of the gate or the credential, made no attempt.
  if (call.sentAt === undefined) return;
  const waitMs = backoffMs + call.gateWaitMs;
  const durationMs = call.settings.clock.now() - call.sentAt;
  const entry: Attempt =
    status === undefined
      ? { attempt, waitMs, durationMs, reason }
      : { attempt, status, waitMs, durationMs, reason };
  call.attempts.push(entry);
  const { bytes } = call;
  if (call.settings.listens())
    tell(call, { type: 'attempt', ...entry, ...(bytes !== undefined && { bytes }) });
  // A 403 that names a wait is a refusal for the rate limit.
  const isDenied = status === 401 || (status === 403 && !isRefused);
  if (isDenied) tell(call, { type: 'auth-failure', status });
}

async function sleep(call: Call, ms: number): Promise<void> {
  if (ms <= 0) return;
  try {
    await call.settings.clock.sleep(ms, signalOf(call));
  } catch {
    throw abortError(call);
  }
}

function prepareNext(call: Call, reason: RetryReason): void {
  const { request, settings, token, body = null } = call;
  if (reason === 'renewed-credential' && token) settings.credential.forget(token);
  if (!request.bodyUsed) return;
  const headers = new Headers(request.headers);
  // A form is serialized anew, with a boundary of its own.
  if (body instanceof FormData) headers.delete('content-type');
  call.request = new Request(request.url, {
    method: request.method,
    headers,
    body,
    redirect: 'manual',
  });
}
