import type { JsonValue } from '@product/spec-model';

/** Writes text as a string literal: nothing in it can end the literal or the line. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Writes the name of a member of a type: bare when it is an identifier, else quoted. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : stringLiteral(name);
}

/**
 * Writes the name of a member of an object literal.
 *
 * @remarks `{ __proto__: x }`, quoted or not, sets the prototype; only the computed form is a member.
 */
export function objectKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : memberName(name);
}

/** Writes plain data as an object literal on one line. */
export function dataLiteral(value: JsonValue): string {
  if (typeof value === 'string') {
    return stringLiteral(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(dataLiteral).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, held]) => `${objectKey(key)}: ${dataLiteral(held)}`,
    );
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}
