import { instantText } from '../clock/instant.ts';
import { noteRefusal } from '../keys/end-keys.ts';
import { secondsLeft } from '../limits/limit-headers.ts';
import type { LimitReading, WindowReading } from '../limits/limiter.ts';
import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem } from './outcome.ts';

/** Goes on when every window of the key's plan has room, and counts the request. */
export function limit(exchange: Exchange): Outcome | undefined {
  const { core, caller, operation, at } = exchange;
  if (caller === undefined || operation === undefined) return undefined;
  const reading = core.limits.take(caller, operation.cost, at);
  exchange.reading = reading;
  if (reading.exceeded.length === 0) return undefined;
  tell(exchange, reading);
  if (caller.key !== undefined) noteRefusal(core, caller.key, at);
  return refuse(reading, at);
}

// The wait is that of the window that opens last: an earlier attempt would be refused again.
function refuse({ exceeded }: LimitReading, at: number): Outcome {
  const last = exceeded.reduce((left, right) => (right.resetAt > left.resetAt ? right : left));
  const seconds = secondsLeft(last, at);
  const detail = `The limit of ${last.quota} requests per ${last.name} is used up. Try again in ${seconds} seconds.`;
  const facts = { code: 'rate_limit_exceeded', detail };
  return problem(429, facts, { 'Retry-After': String(seconds) });
}

function tell({ core, caller }: Exchange, { news }: LimitReading): void {
  if (caller === undefined) return;
  const { id, mode, plan } = caller;
  for (const window of news) {
    core.emit({
      type: eventOf(window, core.limitPolicy.headerWindow, mode),
      mode,
      data: {
        api_key_id: id,
        plan,
        window: window.name,
        limit: window.quota,
        window_seconds: window.windowSeconds,
        reset_at: instantText(window.resetAt),
      },
    });
  }
}

// Test keys have the same windows, but no quota that anyone pays for.
function eventOf(window: WindowReading, quotaWindow: string, mode: string): string {
  const isQuota = window.name === quotaWindow && mode !== 'test';
  return isQuota ? 'quota.exceeded' : 'rate_limit.reached';
}
