import type { ApiModel } from '@product/spec-model';
import type { Rules } from '../core.ts';
import type { Collections, InferenceSource } from '../infer/infer-collections.ts';
import { MockError } from '../mock-error.ts';
import { componentName, createSchemaReader } from '../schema/schema-shape.ts';
import type { SchemaTools } from '../schema/validate/schema-source.ts';
import { createValidators } from '../schema/validators.ts';
import { createWireReader } from '../wire/type-wire.ts';
import { readErrorFormat } from './error-format.ts';
import { type KeyPolicy, readKeyPolicy } from './key-policy.ts';
import { type PlanQuotas, readLimitPolicy } from './limit-policy.ts';
import { readIdempotencyRules, readListRules } from './list-rules.ts';
import { type Operation, readOperation } from './operation.ts';
import { Router } from './router.ts';

/** What reading a document takes besides the document. */
export interface Reading {
  /** Finds collections and the parts of operations in them: infers them, or recalls them. */
  readonly findCollections: (source: InferenceSource) => Collections;
  /** What decides the patterns and formats of schemas. */
  readonly schemaTools: SchemaTools;
}

/**
 * Reads what the document says, in the terms of the mock.
 *
 * @param quotas - What replaces quotas of the document's plans.
 * @throws {@link MockError} with code `invalid_model` for a model of another format.
 */
export function readRules(model: ApiModel, reading: Reading, quotas?: PlanQuotas): Rules {
  if (model.modelVersion !== 1) {
    const reason = `its modelVersion is ${String(model.modelVersion)}, not 1`;
    const advice = 'Use spec-model and mock-server of the same release.';
    throw new MockError('invalid_model', `cannot mock this model: ${reason}. ${advice}`);
  }
  const operations = model.operations.map(readOperation);
  const schemas = createSchemaReader(model.schemas);
  const validators = createValidators(model.schemas, reading.schemaTools);
  const lists = readListRules(model);
  const keyPolicy = readKeyPolicy(model);
  const { extensions } = model;
  const collections = reading.findCollections({ operations, schemas, lists, extensions });
  return {
    model,
    operations: new Map(operations.map((operation) => [operation.id, operation])),
    router: new Router(operations),
    collections,
    keyPolicy,
    usersName: findUsers(operations, collections, keyPolicy),
    errorFormat: readErrorFormat(model),
    limitPolicy: readLimitPolicy(model, quotas),
    lists,
    idempotency: readIdempotencyRules(model),
    scopes: readScopes(operations),
    schemas,
    validators,
    wires: createWireReader(schemas, validators),
  };
}

function readScopes(operations: readonly Operation[]): ReadonlySet<string> {
  const alternatives = operations.flatMap(({ api }) => api.security);
  return new Set(alternatives.flatMap((needed) => Object.values(needed).flat()));
}

// Users are the rows that the policy names, else those among which `users.me` stands.
function findUsers(
  operations: readonly Operation[],
  { byName }: Collections,
  { users }: KeyPolicy,
): string | undefined {
  if (users.schema !== undefined) {
    return [...byName.values()].find(({ schema }) => componentName(schema) === users.schema)?.name;
  }
  const me = operations.find(({ handlerName }) => handlerName === 'users.me');
  return me?.path.replace(/\/[^/]*$/, '');
}
