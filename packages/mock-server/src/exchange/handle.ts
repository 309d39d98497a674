import type { Call } from '../handlers/handler.ts';
import { findHandler } from '../handlers/handlers.ts';
import { defaultMode } from '../model/key-policy.ts';
import type { Exchange } from './exchange-state.ts';
import type { Outcome } from './outcome.ts';
import { keepForReplay } from './replay.ts';

/** Carries the operation out. */
export function handle(exchange: Exchange): Outcome | Promise<Outcome> {
  const { core, request, delayMs } = exchange;
  if (delayMs === 0) return settle(exchange, carryOut(exchange));
  const waited = core.clock.sleep(delayMs, request.signal).then(() => carryOut(exchange));
  return settle(exchange, waited);
}

function carryOut(exchange: Exchange): Outcome | Promise<Outcome> {
  const { core, handlers, operation, caller, input, request } = exchange;
  if (operation === undefined || input === undefined) {
    throw new Error('cannot handle a request: it was neither matched nor validated.');
  }
  const mode = caller?.mode ?? defaultMode(core.keyPolicy);
  const call: Call = { core, operation, caller, mode, input, request, now: core.clock.now() };
  const handler = findHandler(handlers, core.collections, operation);
  const own = exchange.own?.get(operation.id)?.at(-1);
  return own === undefined ? handler(call) : own(exchange, call, () => handler(call));
}

function settle(
  exchange: Exchange,
  outcome: Outcome | Promise<Outcome>,
): Outcome | Promise<Outcome> {
  if (!(outcome instanceof Promise)) {
    keepForReplay(exchange, outcome);
    return outcome;
  }
  return outcome.then((settled) => {
    keepForReplay(exchange, settled);
    return settled;
  });
}
