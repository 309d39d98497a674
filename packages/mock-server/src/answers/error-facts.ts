import type { JsonObject, JsonValue, ParameterLocation } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { FieldError, Outcome, ProblemFacts } from '../exchange/outcome.ts';
import { titleOf } from '../exchange/problem-document.ts';
import { asText, isObject } from '../model/json-read.ts';

/** All that an error can tell, whatever members the document has for it. */
export interface ErrorFacts {
  readonly status: number;
  /** In snake case: `not_found`. */
  readonly code: string;
  /** The code in words: `Not found`. */
  readonly title: string;
  /** What went wrong this time; faults of fields are named with their place. */
  readonly detail: string;
  /** A URL that stands for the code. */
  readonly type: string;
  readonly requestId: string;
  /** As it was sent. */
  readonly path: string;
  readonly method: string;
  /** What the operation is about: `issues`. */
  readonly resource: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The faults, one by one; in an entry of a list of faults, the one that it tells. */
  readonly errors: readonly FieldError[];
  /** Set in an entry of a list of faults. */
  readonly field?: FieldError;
  /** What names the thing that is missing: a parameter, or a member. */
  readonly place: string | undefined;
  /** Further members, by the names that the mock has for them; `errors` left out. */
  readonly members: JsonObject;
}

// A message is read by people; the list of errors has the rest.
const maxNamed = 5;

/** Gathers what is known of an error. */
export function errorFacts(
  { core, request, requestId, path, operation, at }: Exchange,
  { status }: Outcome,
  { code, detail, place, members = {} }: ProblemFacts,
): ErrorFacts {
  const { errors: listed, ...others } = members;
  const errors = readErrors(listed);
  return {
    status,
    code,
    title: titleOf(code),
    detail: errors.length === 0 ? detail : errors.slice(0, maxNamed).map(sentence).join(' '),
    type: core.problemBase + code.replaceAll('_', '-'),
    requestId,
    path,
    method: request.method,
    resource: operation?.api.resource ?? '',
    at,
    errors,
    place,
    members: others,
  };
}

/** What an entry of a list of faults tells: its own fault in place of the whole. */
export function factsOfField(facts: ErrorFacts, field: FieldError): ErrorFacts {
  const { code, message } = field;
  return { ...facts, code, title: titleOf(code), detail: message, errors: [], field };
}

function readErrors(value: JsonValue | undefined): FieldError[] {
  const entries = Array.isArray(value) ? value.filter(isObject) : [];
  return entries.map(({ pointer, parameter, in: place, code, message }) => ({
    code: asText(code, 'invalid'),
    message: asText(message, ''),
    ...(typeof pointer === 'string' ? { pointer } : {}),
    ...(typeof parameter === 'string' ? { parameter } : {}),
    ...(isPlace(place) ? { in: place } : {}),
  }));
}

function isPlace(value: unknown): value is ParameterLocation {
  return typeof value === 'string' && /^(path|query|header|cookie)$/.test(value);
}

function sentence({ pointer, parameter, message }: FieldError): string {
  const place = parameter ?? pointer ?? '';
  return place === '' ? message : `${place}: ${message}`;
}
