import { ConnectionError, TimeoutError } from '../errors/call-errors.ts';
import { ClientError } from '../errors/client-error.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import { costOf } from '../policy/retry-budget.ts';
import {
  type Decision,
  decideRetry,
  type Outcome,
  type RetryReason,
} from '../policy/retry-policy.ts';
import type { Call, Next, Reply, Stage } from './call.ts';
import { abortError } from './interrupt.ts';

const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE']);

/** The next answer would be the same. */
const FINAL = new Set(['redirect_refused', 'headers_too_large']);

/** Sends the call until the policy is content; the only place that repeats anything. */
export const retry: Stage = async (call, next) => {
  let backoffMs = 0;
  let counted = 1;
  for (let attempt = 1; ; attempt++) {
    const result = await tryOnce(call, next);
    const decision = decideAfter(call, counted, result.outcome);
    record(call, { attempt, backoffMs, decision, outcome: result.outcome });
    if (!decision.again) {
      if ('error' in result) throw explain(result.error, decision);
      if (decision.reason === 'succeeded') call.settings.budget.refund(call.spent);
      return result.reply;
    }
    if (decision.reason !== 'rate-limited') counted += 1;
    spend(call, decision);
    report(call, attempt, decision);
    // The gate holds back every call after a 429, this one too.
    backoffMs = decision.reason === 'rate-limited' ? 0 : decision.waitMs;
    await sleep(call, backoffMs);
    prepareNext(call, decision);
  }
};

interface Answer {
  readonly reply: Reply;
  readonly outcome: Outcome;
}

interface Failure {
  readonly error: unknown;
  readonly outcome: Outcome;
}

async function tryOnce(call: Call, next: Next): Promise<Answer | Failure> {
  call.sentAt = undefined;
  call.gateWaitMs = 0;
  try {
    const reply = await next(call);
    const { status, headers } = reply.response;
    if (status < 400) return { reply, outcome: { status, isBroken: reply.isBroken } };
    const should = headers.get('x-should-retry');
    const outcome = {
      status,
      isRefused: reply.isRefused,
      retryAfterMs: reply.retryAfterMs ?? readRetryAfterMs(headers, call.settings.clock.now()),
      shouldRetry: should === null ? undefined : should === 'true',
    };
    return { reply, outcome };
  } catch (error) {
    return { error, outcome: { failure: failureOf(error) } };
  }
}

function failureOf(error: unknown): Outcome['failure'] {
  if (error instanceof ConnectionError && !FINAL.has(error.code)) return 'connection';
  return error instanceof TimeoutError && error.code === 'attempt_timeout' ? 'timeout' : 'final';
}

function decideAfter(call: Call, attempt: number, outcome: Outcome): Decision {
  const { settings, operation, keyed, attempts } = call;
  return decideRetry(
    {
      attempt,
      ...call.retry,
      repeatable: keyed || IDEMPOTENT.has(operation.method),
      replayable: !(call.body instanceof ReadableStream),
      inDoubt: keyed && attempts.some(({ status }) => status === undefined),
      renewable: isRenewable(call),
      wasBroken: attempts.some(({ reason }) => reason === 'answer-cut-off'),
      budget: settings.budget.left,
      maxWaitMs: call.maxWaitMs,
      remainingMs: call.deadlineAt - settings.clock.now(),
      random: settings.random(),
    },
    outcome,
  );
}

function isRenewable({ settings, token, attempts }: Call): boolean {
  const replaced = attempts.some(({ reason }) => reason === 'renewed-credential');
  return token !== undefined && settings.credential.renewable && !replaced;
}

function spend(call: Call, { reason }: Decision): void {
  const cost = costOf(reason);
  call.spent += cost;
  call.settings.budget.spend(cost);
}

const WHY_NOT: { readonly [Reason in RetryReason]?: string } = {
  'not-idempotent': 'the server may have acted on it, and it has no idempotency key',
  'body-not-replayable': 'its body is a stream, which can be sent once',
  'budget-exhausted': 'too many calls of this client have failed',
  'wait-too-long': 'the wait would be longer than maxWaitMs or deadlineMs allow',
};

/** Says in the error why the call was not sent again, if there is more to say than that it was. */
function explain(error: unknown, { reason }: Decision): unknown {
  const why = WHY_NOT[reason];
  if (why && error instanceof ClientError) error.message += ` It was not sent again: ${why}.`;
  return error;
}

interface Finished {
  readonly attempt: number;
  readonly backoffMs: number;
  readonly decision: Decision;
  readonly outcome: Outcome;
}

function record(call: Call, { attempt, backoffMs, decision, outcome }: Finished): void {
  const { status } = outcome;
  // A call that never left, because of the gate or the credential, made no attempt.
  if (call.sentAt === undefined) return;
  const entry = {
    attempt,
    ...(status !== undefined && { status }),
    waitMs: backoffMs + call.gateWaitMs,
    durationMs: call.settings.clock.now() - call.sentAt,
    reason: decision.reason,
  };
  call.attempts.push(entry);
  const { emit } = call.settings;
  emit({ type: 'attempt', operation: call.operation.id, ...entry });
  if (status === 401 || status === 403) {
    emit({ type: 'auth-failure', operation: call.operation.id, status });
  }
}

function report(call: Call, attempt: number, { reason, waitMs }: Decision): void {
  call.settings.emit({ type: 'retry', operation: call.operation.id, attempt, reason, waitMs });
}

async function sleep(call: Call, ms: number): Promise<void> {
  if (ms <= 0) return;
  try {
    await call.settings.clock.sleep(ms, call.signal);
  } catch {
    throw abortError(call);
  }
}

function prepareNext(call: Call, { reason }: Decision): void {
  const { request, settings, token } = call;
  if (reason === 'renewed-credential' && token) settings.credential.forget(token);
  if (request.bodyUsed) {
    const { url, method } = request;
    const headers = new Headers(request.headers);
    // A form is serialized anew, with a boundary of its own.
    if (call.body instanceof FormData) headers.delete('content-type');
    call.request = new Request(url, {
      method,
      headers,
      body: call.body ?? null,
      redirect: 'manual',
    });
  }
}
