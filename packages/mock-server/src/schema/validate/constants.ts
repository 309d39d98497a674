import type { JsonValue } from '@product/spec-model';
import { type Check, fault } from './check.ts';
import { isEqual } from './equal.ts';
import type { SchemaSource } from './schema-source.ts';

/** `const` and `enum` (JSON Schema validation, section 6.1). */
export function checkConstants(source: SchemaSource): readonly Check[] {
  return [...constant(source), ...choice(source)];
}

function constant({ schema }: SchemaSource): Check[] {
  const only = Object.hasOwn(schema, 'const') ? schema['const'] : undefined;
  if (only === undefined) return [];
  const isIt = isOneOf([only]);
  const message = `must be ${JSON.stringify(only)}`;
  return [(value, run) => isIt(value) || fault(run, 'const', message)];
}

function choice(source: SchemaSource): Check[] {
  const allowed = source.list('enum');
  if (allowed === undefined) return [];
  const isAllowed = isOneOf(allowed);
  const shown = allowed.map(asWritten);
  // A list of all currencies helps nobody to find a mistake.
  if (shown.length > 50) shown.splice(50, shown.length, '…');
  const message = `must be one of ${shown.join(', ')}`;
  return [(value, run) => isAllowed(value) || fault(run, 'enum', message)];
}

function asWritten(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isOneOf(allowed: readonly JsonValue[]): (value: JsonValue) => boolean {
  const known = new Set(allowed);
  const composed = allowed.filter((value) => typeof value === 'object' && value !== null);
  if (composed.length === 0) return (value) => known.has(value);
  return (value) => known.has(value) || composed.some((other) => isEqual(value, other));
}
