import type { JsonSchema, JsonValue } from '@product/spec-model';
import { instantAs, instantUnit } from '../../../data/instants.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { keepLast } from '../../../model/keep-last.ts';
import type { SchemaReader } from '../../../schema/schema-shape.ts';

/** A property that holds an instant. */
export interface InstantProperty {
  readonly name: string;
  readonly property: JsonSchema;
}

/** An instant in the form that a property has for it. */
export function instantValue(
  schemas: SchemaReader,
  property: InstantProperty,
  at: number,
): JsonValue {
  return instantWriter(schemas, property)(at);
}

/** Writes instants, epoch milliseconds, in the form that a property has for them. */
export function instantWriter(
  schemas: SchemaReader,
  { name, property }: InstantProperty,
): (at: number) => JsonValue {
  const types = schemas.typesOf(property);
  const { format, description } = schemas.resolve(property);
  const snake = snakeCase(name);
  if (!types.includes('integer') && !types.includes('number')) {
    const form = typeof format === 'string' ? format : '';
    // Many rows can be made in one millisecond.
    return keepLast((at) => instantAs(form, snake, at));
  }
  const unit = instantUnit(snake, `${String(format)} ${String(description ?? '')}`);
  return (at) => Math.floor(at * unit);
}
