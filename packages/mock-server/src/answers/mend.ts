import type { Exchange } from '../exchange/exchange-state.ts';
import type { Outcome } from '../exchange/outcome.ts';
import { contentFor } from './accept.ts';
import { makeValue } from './make-value.ts';
import { mendValue } from './mend-value.ts';
import { noValue } from './no-value.ts';
import { writtenAs } from './write-body.ts';

/**
 * An answer whose body contradicts the document, with the faulty parts of the body made anew.
 *
 * @remarks What was inferred of a foreign document may be wrong in a detail; an answer that the
 * client can read, and a note of what was wrong, help more than a 500.
 */
export function mend(
  { core, operation, request }: Exchange,
  outcome: Outcome,
): Outcome | undefined {
  if (outcome.own) return undefined;
  const { status, body, headers = {} } = outcome;
  const content = operation?.responseFor(status)?.content ?? [];
  const chosen = contentFor(request, content);
  const schema = chosen?.content.schema;
  if (chosen === undefined || schema === undefined || body === undefined) return undefined;
  const data = mendValue(core, schema, body);
  if (data === undefined && status >= 400) return { ...outcome, checked: true };
  if (data === undefined) {
    if (makeValue(core, schema) === undefined) throw noValue(schema);
    return undefined;
  }
  const { ETag: _, ...kept } = headers;
  const written = writtenAs(chosen.mediaType, { schemas: core.schemas, schema, data });
  return { status, headers: kept, ...written, checked: true };
}
