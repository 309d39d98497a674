import type { Exchange } from '../exchange/exchange-state.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';
import type { Operation } from '../model/operation.ts';
import { acceptOf, chooseContent } from './accept.ts';
import { playPreference } from './play-preference.ts';
import { refuseStale } from './precondition.ts';
import { readPreference } from './prefer.ts';

/** Answers what needs no look at the state: a preference, else 406, else 412. Nothing to go on. */
export function prepare(exchange: Exchange): Outcome | undefined {
  const { operation, request, query } = exchange;
  if (operation === undefined) return undefined;
  const preference = readPreference(request.headers['prefer'], query);
  if (preference !== undefined) return playPreference(exchange, operation, preference);
  return refuseAccept(exchange, operation) ?? refuseStale(exchange);
}

function refuseAccept({ request }: Exchange, operation: Operation): Outcome | undefined {
  const accept = acceptOf(request);
  if (accept === undefined || accept === '*/*') return undefined;
  const content = operation.responseFor(operation.successStatus)?.content ?? [];
  if (content.length === 0 || chooseContent(accept, content) !== undefined) return undefined;
  const types = content.map(({ mediaType }) => mediaType);
  const detail = `The answer can be ${types.join(' or ')}, none of which is accepted.`;
  return problem(406, { code: 'not_acceptable', detail, members: { acceptable: types } });
}
