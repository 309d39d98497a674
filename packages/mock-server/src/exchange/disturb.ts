import type { Fault } from '../faults/faults.ts';
import type { Exchange } from './exchange-state.ts';
import type { Outcome, Reset } from './outcome.ts';
import { codeOfStatus } from './status-code.ts';

/** Plays the oldest scripted fault that fits. */
export function disturb(
  exchange: Exchange,
): Outcome | Reset | undefined | Promise<Outcome | Reset> {
  const { core, operation, request } = exchange;
  const fault = core.faults.strike({ operation, method: request.method });
  if (fault === undefined) return undefined;
  const outcome = outcomeOf(fault);
  const delayMs = fault.delayMs ?? 0;
  if (outcome === undefined) {
    exchange.delayMs = delayMs;
    return undefined;
  }
  if (delayMs === 0) return outcome;
  return core.clock.sleep(delayMs, request.signal).then(() => outcome);
}

// Without a status the fault is a slow answer: the request goes on, and `handle` waits.
function outcomeOf(fault: Fault): Outcome | Reset | undefined {
  if (fault.error === 'reset') return 'reset';
  if (fault.status === undefined) return undefined;
  const retryAfter = fault.retryAfter === undefined ? {} : { 'Retry-After': `${fault.retryAfter}` };
  return {
    status: fault.status,
    headers: { ...retryAfter, ...fault.headers },
    scripted: scriptedBody(fault),
    ...(fault.body === undefined && fault.status >= 400 ? { problem: scriptedProblem(fault) } : {}),
  };
}

function scriptedBody({ body }: Fault): NonNullable<Outcome['scripted']> {
  if (body === undefined) return {};
  if (typeof body === 'string') return { text: body, contentType: 'text/plain;charset=UTF-8' };
  return { text: JSON.stringify(body), contentType: 'application/json' };
}

function scriptedProblem({ status = 500, retryAfter }: Fault): NonNullable<Outcome['problem']> {
  const wait = retryAfter === undefined ? '' : ` Try again in ${retryAfter} seconds.`;
  return {
    code: codeOfStatus(status),
    detail: `A scripted fault answers ${status}.${wait}`,
  };
}
