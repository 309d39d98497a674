import type { JsonSchema } from '@product/spec-model';
import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Validators } from '../schema/validators.ts';
import { keepPer } from './keep-per.ts';
import { readShown } from './known-value.ts';
import { readObjectRules } from './object-rules.ts';
import { readPattern } from './pattern-text.ts';
import { createPlanner, type Plan } from './plan.ts';
import type { Knowledge } from './task.ts';

/** What data is made from. */
export interface DataSource {
  readonly schemas: SchemaReader;
  readonly validators: Validators;
}

/** Makes what reads the schemas of a model, each of them once. */
export function createKnowledge({ schemas, validators }: DataSource): Knowledge {
  const planner = createPlanner(schemas);
  const accepts: Knowledge['accepts'] = (all, value, direction) =>
    all.every((schema) => validators.check(schema, value, direction).length === 0);
  // One schema per pattern, because what is made of it is kept by it.
  const patterns = new Map<string, JsonSchema>();
  const matches = (pattern: string, name: string): boolean => {
    const schema = patterns.get(pattern) ?? { pattern };
    patterns.set(pattern, schema);
    return accepts([schema], name, 'response');
  };
  const shown = {
    request: keepPer((plan: Plan) => readShown(accepts, plan, 'request')),
    response: keepPer((plan: Plan) => readShown(accepts, plan, 'response')),
  };
  return {
    planner,
    accepts,
    rulesOf: keepPer((plan: Plan) => readObjectRules({ schemas, planner, matches }, plan)),
    shownOf: (plan, direction) => shown[direction](plan),
    patternsOf: keepPer((plan: Plan) =>
      plan.parts
        .map(({ pattern }) => (typeof pattern === 'string' ? readPattern(pattern) : undefined))
        .filter((pattern) => pattern !== undefined),
    ),
  };
}
