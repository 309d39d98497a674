import { endingOf } from '../handlers/rows/change/ending.ts';
import type { Role } from '../infer/role.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';

/** Why an operation does what it does, a sentence each. */
export function becauseOf(
  schemas: SchemaReader,
  operation: Operation,
  role: Role,
): readonly string[] {
  const ending = role.verb === 'delete' ? endingOf(schemas, operation, role) : undefined;
  if (ending === undefined) return role.because;
  const { word, property, state } = ending;
  return [
    `The path names one row. The document says "${word}", answers with the row, and rows have a state for that.`,
    `So the row stays, and its "${property}" is "${String(state)}".`,
  ];
}
