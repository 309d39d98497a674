import type { ApiModel, JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isObject } from '../model/json-read.ts';
import { describeFault, type SchemaFault } from './schema-fault.ts';

/** Which side of the wire a value comes from; `readOnly` and `writeOnly` depend on it. */
export type Direction = 'request' | 'response';

/** Checks values against the schemas of one model. */
export interface Validators {
  /**
   * What is wrong with a value; empty when nothing is.
   *
   * @param schema - Compiled on first use and kept by identity.
   */
  check(schema: JsonSchema, value: JsonValue, direction: Direction): readonly SchemaFault[];
}

const root = 'model:';
// One body can break a rule a thousand times; nobody reads more than this.
const maxFaults = 50;

/**
 * Makes the validators of a model: JSON Schema 2020-12, formats checked, references resolved in the
 * model's schemas, nothing compiled before its first use.
 */
export function createValidators(schemas: ApiModel['schemas']): Validators {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    formats: fullFormats,
    validateSchema: false,
    // A document's own $id must not claim the name of another schema.
    addUsedSchema: false,
  });
  ajv.addSchema({ $id: root, components: { schemas } });
  const compiled = new WeakMap<JsonObject, ValidateFunction>();

  function validatorOf(schema: JsonObject): ValidateFunction {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const made = ajv.compile(isObject(schema) ? rebase(schema) : {});
    compiled.set(schema, made);
    return made;
  }

  return {
    check: (schema, value, direction) => {
      if (typeof schema === 'boolean') return schema ? [] : [forbidden];
      const validate = validatorOf(schema);
      if (validate(value)) return [];
      const errors = (validate.errors ?? []).filter((error) => binds(error, direction));
      return errors.slice(0, maxFaults).map(describeFault);
    },
  };
}

const forbidden: SchemaFault = { pointer: '', code: 'not_allowed', message: 'must be absent' };

// A required property that the other side owns is not asked of this one (OpenAPI 3.0.3, Schema
// Object, readOnly).
function binds(error: ErrorObject, direction: Direction): boolean {
  if (error.keyword !== 'required') return true;
  const parent: unknown = error.parentSchema;
  const properties = isObject(parent) ? parent['properties'] : undefined;
  const missing: unknown = error.params['missingProperty'];
  const property = isObject(properties) && typeof missing === 'string' ? properties[missing] : {};
  const owner = direction === 'request' ? 'readOnly' : 'writeOnly';
  return !(isObject(property) && property[owner] === true);
}

/** A copy whose references lead into the model's root, wherever the schema itself stands. */
function rebase(value: JsonObject): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (name === '$id' || name === '$schema') continue;
    copy[name] = name === '$ref' && typeof entry === 'string' ? root + entry : rebaseValue(entry);
  }
  return copy;
}

function rebaseValue(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(rebaseValue);
  return isObject(value) ? rebase(value) : value;
}
