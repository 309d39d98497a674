import type { Core } from '../core.ts';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { Outcome, ProblemFacts } from '../exchange/outcome.ts';
import { errorContents } from './error-content.ts';
import { errorFacts } from './error-facts.ts';
import { writeError } from './write-error.ts';

// A document with hundreds of kinds of errors is searched no further.
const maxContents = 12;

/**
 * An error in the document's own words; as RFC 9457 has it where the document has none that fits.
 */
export function fitError(exchange: Exchange, outcome: Outcome, facts: ProblemFacts): Outcome {
  const { core, operation } = exchange;
  const told: Outcome = { ...outcome, status: statusOf(exchange, outcome.status, facts.code) };
  const known = errorFacts(exchange, told, facts);
  let left = maxContents;
  for (const candidate of errorContents(operation, core.operations, told.status)) {
    if (left-- === 0) break;
    const written = writeError(exchange, candidate, { facts, known });
    if (written !== undefined) {
      const { problem: _, ...rest } = told;
      return { ...rest, ...written, checked: true };
    }
  }
  return { ...told, checked: true };
}

// Where a document may have another status for what went wrong, the likeliest first.
const likely: { readonly [code: string]: readonly string[] } = {
  validation_failed: ['422', '400'],
  already_exists: ['409', '422', '400'],
  idempotency_key_reused: ['422', '409', '400'],
};

/**
 * A faulty request is a 422 where the operation has that, else a 400 where it has that, else what
 * other operations have, else a 400 where errors are documented without their status. So is
 * a row that exists already, or another request with the same idempotency key, where no conflict is
 * documented.
 */
function statusOf({ core, operation }: Exchange, status: number, code: string): number {
  const wanted = Object.hasOwn(likely, code) ? likely[code] : undefined;
  if (operation === undefined || wanted === undefined) return status;
  const own = new Set(operation.api.responses.map((response) => response.status));
  const has = wanted.some((one) => own.has(one)) ? own : documentedStatuses(core);
  const found = wanted.find((one) => has.has(one));
  if (found !== undefined) return Number(found);
  return own.has('default') ? 400 : status;
}

const statuses = new WeakMap<Core['operations'], ReadonlySet<string>>();

function documentedStatuses({ operations }: Core): ReadonlySet<string> {
  const known = statuses.get(operations);
  if (known !== undefined) return known;
  const all = [...operations.values()].flatMap(({ api }) => api.responses);
  const found = new Set(all.map(({ status }) => status));
  statuses.set(operations, found);
  return found;
}
