import type { ApiModel, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import type { SchemaFault } from './schema-fault.ts';
import { type Check, type Direction, type Run, sides } from './validate/check.ts';
import { createSchemaNodes } from './validate/schema-nodes.ts';
import type { SchemaTools } from './validate/schema-source.ts';

export type { Direction };

/** Checks values against the schemas of one model. */
export interface Validators {
  /**
   * What is wrong with a value, at most 50 things; empty when nothing is.
   *
   * @param schema - Compiled as far as values reach into it, and kept by identity.
   * @throws SchemaError when the value reaches a schema that nothing can be checked against.
   */
  check(schema: JsonSchema, value: JsonValue, direction: Direction): readonly SchemaFault[];
}

const nothingWrong: readonly SchemaFault[] = [];

/**
 * Makes the validators of a model: JSON Schema 2020-12 as OpenAPI 3.1 uses it, formats checked,
 * references resolved in the model's schemas, nothing compiled before a value gets there.
 *
 * @remarks No code is generated, so it works under any content security policy.
 * @param tools - Patterns and formats; those for any document, unless it is known.
 */
export function createValidators(schemas: ApiModel['schemas'], tools: SchemaTools): Validators {
  const nodeOf = createSchemaNodes(schemas, tools);
  // Whoever makes a value checks it, and whoever sends it once more: only the first costs anything.
  let last: { value: JsonValue; check: Check; direction: Direction } | undefined;

  // One run is used over and over: checking a valid value allocates nothing.
  const run: Run = {
    side: sides.request,
    root: null,
    faults: undefined,
    path: '',
    token: '',
    depth: 0,
    steps: 0,
    known: undefined,
    seen: undefined,
  };

  function start(value: JsonValue, direction: Direction, faults: Run['faults']): void {
    run.side = sides[direction];
    run.root = value;
    run.faults = faults;
    run.path = '';
    run.depth = 0;
    run.steps = 0;
    run.known = undefined;
    run.seen = undefined;
  }

  return {
    check: (schema, value, direction) => {
      const node = nodeOf(schema);
      const isAgain = last?.value === value && last.check === node.check;
      if (isAgain && last?.direction === direction) return nothingWrong;
      start(value, direction, undefined);
      if (node.check(value, run)) {
        if (isObject(value)) last = { value, check: node.check, direction };
        return nothingWrong;
      }
      const faults: SchemaFault[] = [];
      start(value, direction, faults);
      node.check(value, run);
      run.faults = undefined;
      run.root = null;
      return faults;
    },
  };
}
