import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject, ownValue } from '../model/json-read.ts';
import type { SchemaFault } from '../schema/schema-fault.ts';
import { itemSchema } from '../schema/schema-shape.ts';
import type { Validators } from '../schema/validators.ts';
import { makeValue, type Workshop } from './make-value.ts';

// A mended part can show a fault that the former one hid.
const maxRounds = 3;

/**
 * A value with its faulty parts made anew, the rest as it is; where the fault is in no part, all of
 * it.
 *
 * @returns Absent when what is made is no better.
 */
export function mendValue(
  core: Workshop & { readonly validators: Validators },
  schema: JsonSchema,
  value: JsonValue,
): JsonValue | undefined {
  let mended = value;
  for (let round = 0; round < maxRounds; round++) {
    const faults = core.validators.check(schema, mended, 'response');
    if (faults.length === 0) return mended;
    for (const fault of faults)
      mended = mendAt(core, { schema, fault, path: pathOf(fault) }, mended);
  }
  const isMended = core.validators.check(schema, mended, 'response').length === 0;
  return isMended ? mended : undefined;
}

interface Place {
  readonly schema: JsonSchema | undefined;
  readonly fault: SchemaFault;
  /** What is left to go, outermost first. */
  readonly path: readonly string[];
  readonly name?: string;
}

function mendAt(core: Workshop, { schema, fault, path, name }: Place, value: JsonValue): JsonValue {
  const [token, ...rest] = path;
  if (schema === undefined) return value;
  if (token === undefined) {
    return makeValue(core, schema, name === undefined ? {} : { name }) ?? value;
  }
  if (Array.isArray(value)) {
    const below = itemSchema(core.schemas.resolve(schema));
    const at = Number(token);
    return value.map((entry, index) =>
      index === at ? mendAt(core, { schema: below, fault, path: rest }, entry) : entry,
    );
  }
  if (!isObject(value)) return value;
  if (rest.length === 0 && fault.code === 'unknown_field') return withoutMember(value, token);
  const below = core.schemas.shapeOf(schema).properties.get(token);
  const part = ownValue(value, token) ?? null;
  return {
    ...value,
    [token]: mendAt(core, { schema: below, fault, path: rest, name: token }, part),
  };
}

function withoutMember(value: JsonObject, gone: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone));
}

function pathOf({ pointer }: SchemaFault): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
