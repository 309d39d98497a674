import type { ErrorObject } from 'ajv/dist/2020.js';

/** One thing that is wrong with a value. */
export interface SchemaFault {
  /** RFC 6901, from the value's root: `/labels/0`. For a missing property, the property itself. */
  readonly pointer: string;
  /** The rule that is broken, in snake case: `required`, `type`, `min_length`, `unknown_field`. */
  readonly code: string;
  /** For people, without a subject: `is required`. */
  readonly message: string;
}

/** Puts what the validator found into the words of the API. */
export function describeFault(error: ErrorObject): SchemaFault {
  const named = namedProperty(error);
  const parent = error.instancePath;
  const pointer = named === undefined ? parent : `${parent}/${escapeToken(named)}`;
  return { pointer, code: codeOf(error.keyword), message: messageOf(error) };
}

/** A name as one token of an RFC 6901 pointer. */
export function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A fault as a sentence about its field: `title is required.` */
export function faultSentence(subject: string, fault: SchemaFault): string {
  return `${subject === '' ? 'The body' : subject} ${fault.message}.`;
}

function codeOf(keyword: string): string {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return 'unknown_field';
  }
  return keyword.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

// The validator points at the object; the reader looks for the property.
function namedProperty({ params }: ErrorObject): string | undefined {
  const { missingProperty, additionalProperty, unevaluatedProperty }: Record<string, unknown> =
    params;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return typeof name === 'string' ? name : undefined;
}

function messageOf(error: ErrorObject): string {
  const { allowedValues, allowedValue, limit }: Record<string, unknown> = error.params;
  if (error.keyword === 'required') return 'is required';
  if (codeOf(error.keyword) === 'unknown_field') return 'is not a known field';
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  if (allowedValue !== undefined) return `must be ${JSON.stringify(allowedValue)}`;
  if (error.keyword === 'minLength' && limit === 1) return 'must not be empty';
  if (error.keyword === 'minimum') return `must be at least ${String(limit)}`;
  if (error.keyword === 'maximum') return `must be at most ${String(limit)}`;
  return error.message ?? 'is not valid';
}
