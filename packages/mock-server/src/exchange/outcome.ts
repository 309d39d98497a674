import type { JsonObject, JsonValue, ParameterLocation } from '@product/spec-model';

/** An answer in the making: what a stage or a handler decided, before it is written out. Plain data. */
export interface Outcome {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: JsonValue;
  /** An error; written out as `application/problem+json`. */
  readonly problem?: ProblemFacts;
  /** Names as they are customarily written. */
  readonly headers?: { readonly [name: string]: string };
  /** Set when the body shows a secret: it may be given again, but is never written to a snapshot. */
  readonly secret?: true;
  /** How the body is written, when not as `application/json`. */
  readonly written?: WrittenBody;
  /** Set when it has been held against the document already, or the document says nothing of it. */
  readonly checked?: true;
  /** Set when a handler of one's own says so: what contradicts the document is told, not mended. */
  readonly own?: true;
  /** Set when a script wants exactly this: it is not checked against the document. */
  readonly scripted?: ScriptedBody;
}

/** The scripted end without an answer. */
export type Reset = 'reset';

/** What a problem says beyond its status. */
export interface ProblemFacts {
  /** Stable, for programs: `not_found`. */
  readonly code: string;
  /** A finer reason than the code, for APIs that have a word of their own for it. */
  readonly reason?: string;
  /** For people: what went wrong this time, and what to do. */
  readonly detail: string;
  /** The parameter or member that names what is not there. */
  readonly place?: string;
  /** Further members, such as `errors`. */
  readonly members?: JsonObject;
  /** Set when the mock speaks for itself, so that it is not put into the API's words. */
  readonly own?: true;
}

/** A body on the wire. */
export interface WrittenBody {
  /** What goes into `Content-Type`. */
  readonly mediaType: string;
  /** Absent when the body is still to be written as JSON. */
  readonly payload?: string | Uint8Array;
}

/** A scripted body. */
export interface ScriptedBody {
  /** Absent: a problem of the status. */
  readonly text?: string;
  readonly contentType?: string;
}

/** One thing that is wrong with a request, as the API says it. */
export interface FieldError {
  /** RFC 6901 pointer into the body. */
  readonly pointer?: string;
  /** Name of a query, path or header parameter. */
  readonly parameter?: string;
  /** Where the parameter travels; absent for the Product API, whose names are unique. */
  readonly in?: ParameterLocation;
  readonly code: string;
  readonly message: string;
}

/** An error. */
export function problem(
  status: number,
  facts: ProblemFacts,
  headers: { readonly [name: string]: string } = {},
): Outcome {
  return { status, problem: facts, headers };
}

/** A 422 that lists what is wrong. */
export function invalid(errors: readonly FieldError[]): Outcome {
  const count = errors.length === 1 ? '1 fault' : `${errors.length} faults`;
  return problem(422, {
    code: 'validation_failed',
    detail: `The request has ${count}; see errors.`,
    members: { errors: errors.map((error) => ({ ...error })) },
  });
}

/** Why the document cannot be followed. */
export interface DocumentFault {
  /** JSON pointer in the source document. */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
}

/** A 501 for an operation that the document describes in a way that cannot be followed. */
export function unusableOperation(faults: readonly DocumentFault[]): Outcome {
  const [first] = faults;
  const more = faults.length > 1 ? ` There are ${faults.length} such faults; see errors.` : '';
  return problem(501, {
    code: 'unusable_operation',
    detail: `The document is broken at ${first?.pointer}: ${first?.message}${more}`,
    members: { errors: faults.map(({ pointer, message }) => ({ pointer, message })) },
    own: true,
  });
}

/**
 * A 404 for an object that does not exist in this mode.
 *
 * @param place - What named it, where the document's errors say that.
 */
export function notFound(noun: string, id: string, place = ''): Outcome {
  const detail = `There is no ${noun} with the id ${id}.`;
  return problem(404, { code: 'not_found', detail, ...(place === '' ? {} : { place }) });
}
