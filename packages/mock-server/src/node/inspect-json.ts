import type { JsonValue } from '@product/spec-model';
import type { Collection } from '../infer/collection.ts';
import type { ListShape, Role } from '../infer/role.ts';
import type { Operation } from '../model/operation.ts';
import { componentName, type SchemaReader } from '../schema/schema-shape.ts';
import { becauseOf } from './inspect-because.ts';
import { filterNames } from './inspect-filters.ts';
import type { Inspection } from './inspection.ts';

/** What was inferred, as plain data: `{ title, version, collections, operations }`. */
export function inspectJson(inspection: Inspection): JsonValue {
  const { model, operations, collections, schemas } = inspection;
  return plain({
    title: model.info.title,
    version: model.info.version,
    collections: [...collections.byName.values()].map(showCollection),
    operations: operations.map((operation) =>
      showOperation(operation, {
        role: collections.roles.get(operation.id),
        schemas,
        reason: collections.reasons.get(operation.id),
      }),
    ),
  });
}

function showCollection(collection: Collection): object {
  const { name, noun, schema, idProperty, idStyle, idPrefix, isSingleton, scope } = collection;
  return {
    name,
    noun,
    row: componentName(schema),
    ...(isSingleton ? { singleton: true } : { id: idProperty, idStyle, idPrefix }),
    scope,
  };
}

interface Showing {
  readonly role: Role | undefined;
  /** Why it has none. */
  readonly reason: string | undefined;
  readonly schemas: SchemaReader;
}

function showOperation(operation: Operation, { role, reason, schemas }: Showing): object {
  const { id, method, path } = operation;
  const { faults } = operation.api;
  if (role === undefined) return { id, method, path, faults, verb: null, because: [reason ?? ''] };
  const { collection, list, ...rest } = role;
  return {
    ...{ id, method, path, faults },
    ...rest,
    because: becauseOf(schemas, operation, role),
    collection: collection.name,
    ...(list === undefined
      ? {}
      : { list: { ...showList(list), filters: filterNames(schemas, operation, role) } }),
  };
}

function showList({ facts, items, ...list }: ListShape): object {
  return { ...list, facts: Object.fromEntries(facts), row: componentName(items) };
}

// Members that are absent stay away.
function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
