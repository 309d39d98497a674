import type { JsonSchema } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { SchemaError } from '../schema/validate/schema-error.ts';

/** The error of a schema that asks for itself, or for a billion entries: nothing can be sent. */
export function noValue(schema: JsonSchema): SchemaError {
  const { $ref } = isObject(schema) ? schema : {};
  const pointer = typeof $ref === 'string' ? $ref.replace(/^#/, '') : '';
  return new SchemaError(pointer, 'the mock finds no value that it allows');
}
