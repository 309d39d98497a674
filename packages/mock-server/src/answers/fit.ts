import type { ApiContent, ApiResponse } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { Outcome } from '../exchange/outcome.ts';
import type { Operation } from '../model/operation.ts';
import { contentFor } from './accept.ts';
import { entityTag, namesTag } from './etag.ts';
import { exampleBody } from './example.ts';
import { fitError } from './fit-error.ts';
import { concreteType, kindOf } from './media-type.ts';
import { noValue } from './no-value.ts';
import { writtenAs } from './write-body.ts';

/** An outcome in the document's terms: its form of errors, its media types. */
export function fit(exchange: Exchange, outcome: Outcome): Outcome {
  const { operation, core } = exchange;
  const { problem, scripted } = outcome;
  if (outcome.checked || scripted?.text !== undefined) return outcome;
  if (problem !== undefined) {
    if (problem.own) return { ...outcome, checked: true };
    return core.errorFormat === undefined ? fitError(exchange, outcome, problem) : outcome;
  }
  const response = operation?.responseFor(outcome.status);
  if (operation === undefined || response === undefined) return undescribed(operation, outcome);
  return withTag(exchange, fitBody(exchange, operation, { response, outcome }));
}

// Where the document describes no success at all, there is nothing to hold an answer against.
function undescribed(operation: Operation | undefined, outcome: Outcome): Outcome {
  const isSuccess = outcome.status === operation?.successStatus;
  return isSuccess ? { ...outcome, checked: true } : outcome;
}

interface Described {
  readonly response: ApiResponse;
  readonly outcome: Outcome;
}

function fitBody(
  exchange: Exchange,
  operation: Operation,
  { response, outcome }: Described,
): Outcome {
  const { body, ...rest } = outcome;
  const chosen = contentFor(exchange.request, response.content);
  // What a handler says of an error is told even where the document has no words for it.
  if (chosen === undefined && outcome.status >= 400) return { ...outcome, checked: true };
  if (chosen === undefined || outcome.status === 304) return rest;
  const data = body ?? exampleBody(exchange.core, operation, chosen.content);
  const { schema } = chosen.content;
  if (data === undefined && outcome.status < 400) refuseEndless(exchange, chosen.content);
  return {
    ...rest,
    ...writtenAs(chosen.mediaType, { schemas: exchange.core.schemas, schema, data }),
  };
}

// Nothing at all is sent only where the document says nothing of what is.
function refuseEndless({ core }: Exchange, { mediaType, schema }: ApiContent): void {
  if (schema === undefined || kindOf(concreteType(mediaType)) !== 'json') return;
  if (core.validators.check(schema, {}, 'response').length > 0) throw noValue(schema);
}

/** A state that is read has a tag, by which it is asked for again (RFC 9110 §8.8.3, §13.1.2). */
function withTag(exchange: Exchange, outcome: Outcome): Outcome {
  const { core, operation, request } = exchange;
  const isRead = operation?.method === 'GET' && outcome.status === 200;
  if (!isRead || outcome.body === undefined || !core.collections.roles.has(operation.id)) {
    return outcome;
  }
  const { mediaType = 'application/json', payload } = outcome.written ?? {};
  const text = payload ?? JSON.stringify(outcome.body);
  if (typeof text !== 'string') return outcome;
  const tag = entityTag(text, payload === undefined ? outcome.body : undefined);
  const headers = { ETag: tag, ...outcome.headers };
  const asked = request.headers['if-none-match']?.join(',');
  if (asked !== undefined && namesTag(asked, headers.ETag, true)) {
    return { status: 304, headers, checked: true };
  }
  return { ...outcome, headers, written: { mediaType, payload: text } };
}
