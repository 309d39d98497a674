import type { JsonObject, JsonValue } from '@product/spec-model';
import { ControlError } from './control-error.ts';

/**
 * The JSON object that a control request carries; an empty one when it carries nothing.
 *
 * @param body - The bytes that came.
 * @throws {@link ControlError} with code `malformed_request`.
 */
export function readControlBody(body: Uint8Array | undefined): JsonObject {
  if (body === undefined) return {};
  const value = parse(body);
  if (isObject(value)) return value;
  throw malformed('the body is no JSON object');
}

/**
 * Refuses members that nobody reads, so that a misspelt one is not silently ignored.
 *
 * @param body - What came.
 * @param known - The members that are read, each with the type it must have.
 * @throws {@link ControlError} with code `invalid_input`.
 */
export function checkMembers(body: JsonObject, known: MemberTypes): void {
  for (const [name, value] of Object.entries(body)) {
    const types = Object.hasOwn(known, name) ? known[name] : undefined;
    if (types === undefined) {
      throw invalid(`"${name}" is unknown`, `Known: ${Object.keys(known).join(', ')}`);
    }
    if (!types.some((type) => isOf(value, type))) {
      throw invalid(`"${name}" has the wrong type`, `Give ${types.join(' or ')}`);
    }
  }
}

/** Types of the members of a body. */
export type MemberTypes = { readonly [name: string]: readonly MemberType[] };

/** What a member may be. */
export type MemberType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'texts'
  | 'object'
  | 'headers'
  | 'anything'
  | '"always"'
  | '"reset"';

function isOf(value: JsonValue, type: MemberType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'object':
      return isObject(value);
    case 'headers':
      return isObject(value) && Object.entries(value).every(isHeader);
    case 'anything':
      return true;
    default:
      return JSON.stringify(value) === type;
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// RFC 9110 §5: a name is a token, a value has no control characters.
function isHeader([name, value]: readonly [string, JsonValue]): boolean {
  const nameFits = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
  return nameFits && typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function parse(body: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw malformed('the body is no JSON');
  }
}

function malformed(reason: string): ControlError {
  const facts = { status: 400, code: 'malformed_request' };
  return new ControlError(facts, `cannot read the request: ${reason}. Send a JSON object.`);
}

function invalid(reason: string, advice: string): ControlError {
  const facts = { status: 422, code: 'invalid_input' };
  return new ControlError(facts, `cannot obey the request: ${reason}. ${advice}.`);
}
