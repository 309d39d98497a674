import type { JsonSchema, JsonValue } from '@product/spec-model';
import { type KeyField, keyFieldOf } from '../../keys/key-field.ts';
import { isObject, ownValue } from '../../model/json-read.ts';
import { escapeToken } from '../../schema/schema-fault.ts';
import type { SchemaReader } from '../../schema/schema-shape.ts';
import type { Call } from '../handler.ts';

/** A field of a key that a request sent, or that its schema has a default for. */
export interface SentField {
  readonly value: JsonValue;
  /** Where it stands in the body. */
  readonly pointer: string;
}

/** The fields of a key that a request speaks of. */
export type SentFields = ReadonlyMap<KeyField, SentField>;

/**
 * The fields of a key in the body of a request, by `x-api-key-field`.
 *
 * @param defaults - Whether what was not sent has the default of its schema.
 */
export function readSentFields(call: Call, defaults: boolean): SentFields {
  const { core, operation, input } = call;
  const fields: [KeyField, SentField][] = [];
  const content = operation.api.requestBody?.content[0];
  readFields({ schemas: core.schemas, defaults, fields }, content?.schema, {
    value: input.body ?? {},
    pointer: '',
  });
  return new Map(fields);
}

interface Reading {
  readonly schemas: SchemaReader;
  readonly defaults: boolean;
  readonly fields: [KeyField, SentField][];
}

function readFields(reading: Reading, schema: JsonSchema | undefined, body: SentField): void {
  const { schemas, defaults, fields } = reading;
  for (const [name, property] of schemas.shapeOf(schema).properties) {
    const pointer = `${body.pointer}/${escapeToken(name)}`;
    const sent = isObject(body.value) ? ownValue(body.value, name) : undefined;
    const field = keyFieldOf(schemas, name, property);
    const value = sent === undefined && defaults ? schemas.defaultOf(property) : sent;
    if (value === undefined) continue;
    if (field !== undefined) fields.push([field, { value, pointer }]);
    else if (isObject(sent)) readFields(reading, property, { value: sent, pointer });
  }
}
