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

/**
 * A faulty request is a 422 where the operation has that, else a 400 where it has that, else what
 * other operations have, else a 400 where errors are documented without their status. A row
 * that exists already is a faulty request where no conflict is documented.
 */
function statusOf({ core, operation }: Exchange, status: number, code: string): number {
  if (operation === undefined) return status;
  const own = new Set(operation.api.responses.map((response) => response.status));
  if (code === 'already_exists' && !own.has('409') && own.has('422')) return 422;
  if (code !== 'validation_failed') return status;
  const has = own.has('422') || own.has('400') ? own : documentedStatuses(core);
  if (has.has('422')) return status;
  return has.has('400') || own.has('default') ? 400 : status;
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
