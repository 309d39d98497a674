import type { Exchange } from './exchange-state.ts';
import { invalid, type Outcome, problem } from './outcome.ts';
import { readBody } from './read-body.ts';
import { checkParameters } from './read-parameters.ts';
import { readQuery } from './read-query.ts';

/** Goes on when parameters and body are what the document describes, with all faults found at once. */
export function validate(exchange: Exchange): Outcome | undefined {
  const { operation } = exchange;
  if (operation === undefined) return undefined;
  const query = readQuery(exchange.query);
  if ('fault' in query) {
    const detail = `The request cannot be read: the query ${query.fault}.`;
    return problem(400, { code: 'malformed_request', detail });
  }
  const body = readBody(exchange, operation);
  if ('refusal' in body) return body.refusal;
  const parameters = checkParameters(exchange, operation, query);
  const unknown = exchange.requests?.findUnknown?.(exchange, operation, query) ?? [];
  const errors = [...parameters.errors, ...unknown, ...body.errors];
  if (errors.length > 0) return invalid(errors);
  exchange.input = {
    path: parameters.path,
    query: parameters.query,
    body: body.value,
    ...(body.files === undefined ? {} : { files: body.files }),
  };
  const missing = exchange.requests?.findMissing?.(exchange, operation, exchange.input) ?? [];
  return missing.length > 0 ? invalid(missing) : undefined;
}
