import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Role } from '../../../infer/role.ts';
import { asObject, atPointer } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import { isReadOnly } from '../../../schema/drop-read-only.ts';
import type { SchemaReader } from '../../../schema/schema-shape.ts';
import { asSchema, itemSchema } from '../../../schema/schema-shape.ts';
import type { Call } from '../../handler.ts';
import { propertiesOf } from '../row-properties.ts';

const sentSchemas = new WeakMap<Role, JsonSchema | undefined>();

/** The schema of one row as it is sent, out of whatever is around it. */
export function sentSchema(
  schemas: SchemaReader,
  operation: Operation,
  role: Role,
): JsonSchema | undefined {
  return keepIn(sentSchemas, role, () => readSentSchema(schemas, operation, role));
}

function readSentSchema(
  schemas: SchemaReader,
  { api }: Operation,
  { bodyPointer = '' }: Role,
): JsonSchema | undefined {
  let schema = api.requestBody?.content[0]?.schema;
  for (const name of bodyPointer.split('/').slice(1)) {
    schema = schemas.shapeOf(schema).properties.get(name);
  }
  const isList = schemas.typesOf(schema).includes('array');
  return isList ? asSchema(itemSchema(schemas.resolve(schema))) : schema;
}

/** What was sent of one row, out of whatever is around it, without what only the server writes. */
export function sentRow(call: Call, role: Role): JsonObject {
  return writable(call, role, asObject(sentValue(call, role)));
}

/** What was sent of every row, where several can be sent at once. */
export function sentRows(call: Call, role: Role): readonly JsonObject[] {
  const value = sentValue(call, role);
  const rows = Array.isArray(value) ? value.map(asObject) : [asObject(value)];
  return rows.map((row) => writable(call, role, row));
}

function sentValue({ input }: Call, { bodyPointer = '' }: Role): JsonValue | undefined {
  return atPointer(input.body, bodyPointer);
}

// A body may be described apart from its row, or not at all; what it describes may be written.
function writable(call: Call, role: Role, written: JsonObject): JsonObject {
  const { schemas } = call.core;
  const row = propertiesOf(schemas, role.collection.schema).properties;
  const sent = withNewNames(written, row);
  const fixed = fixedNames(call, role);
  if (fixed.size === 0 || !Object.keys(sent).some((name) => fixed.has(name))) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !fixed.has(name)));
}

const fixedByRole = new WeakMap<Role, ReadonlySet<string>>();

function fixedNames(call: Call, role: Role): ReadonlySet<string> {
  return keepIn(fixedByRole, role, () => readFixedNames(call, role));
}

function readFixedNames({ core: { schemas }, operation }: Call, role: Role): ReadonlySet<string> {
  const row = propertiesOf(schemas, role.collection.schema).properties;
  const described = propertiesOf(schemas, sentSchema(schemas, operation, role)).properties;
  const fixed = [...row].filter(
    ([name, property]) => !described.has(name) && isReadOnly(schemas, property),
  );
  return new Set(fixed.map(([name]) => name));
}

// `new_name` is how some say what `name` shall become, where the path has the present one.
function withNewNames(sent: JsonObject, row: ReadonlyMap<string, JsonSchema>): JsonObject {
  const names = Object.keys(sent);
  if (!names.some((name) => name.startsWith('new'))) return sent;
  const renamed = names.map((name): [string, JsonValue] => {
    const rest = /^new(?:_|-|(?=[A-Z]))(.+)$/.exec(name)?.[1] ?? '';
    const meant = [rest, rest.charAt(0).toLowerCase() + rest.slice(1)].find((one) => row.has(one));
    const isNew = meant !== undefined && !row.has(name) && !names.includes(meant);
    return [isNew ? meant : name, sent[name] ?? null];
  });
  return Object.fromEntries(renamed);
}
