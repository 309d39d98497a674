import type { JsonSchema } from '@product/spec-model';
import { asText, atPointer, isObject } from '../model/json-read.ts';
import type { ListRules } from '../model/list-rules.ts';
import { type Operation, successSchema } from '../model/operation.ts';
import { asSchema, componentName, itemSchema, type SchemaReader } from '../schema/schema-shape.ts';
import type { Collection } from './collection.ts';
import type { ListShape, Role, Verb } from './role.ts';

/** Collections by path and the parts that operations play, inferred from paths, methods and schemas. */
export interface Collections {
  readonly byName: ReadonlyMap<string, Collection>;
  readonly roles: ReadonlyMap<string, Role>;
}

/**
 * Infers the collections of an API.
 *
 * @remarks `/tasks` is a collection when a `GET` of it answers a list or a `POST` of it answers
 * something that has an item path (`/tasks/{id}`), and its rows have an `id`. The row's schema is that of `GET` item, else of
 * the list's items, else of the create's answer; `x-id-prefix` and `x-mock-rows` are read from it.
 */
export function inferCollections(source: {
  readonly operations: readonly Operation[];
  readonly schemas: SchemaReader;
  readonly lists: ListRules;
}): Collections {
  const byName = new Map<string, Collection>();
  const roles = new Map<string, Role>();
  for (const [name, members] of groupByCollection(source.operations)) {
    const schema = rowSchema(members, source);
    // Rows have an id to be found by: a list of words is no collection.
    if (schema === undefined || !source.schemas.shapeOf(schema).properties.has('id')) continue;
    const collection = describeCollection(name, schema, source.schemas);
    byName.set(name, collection);
    for (const { operation, verb } of members) {
      const last = operation.pathNames.at(-1);
      roles.set(operation.id, {
        verb,
        collection,
        ...(verb === 'list' || verb === 'create' || last === undefined
          ? {}
          : { idParameter: last }),
        ...(verb === 'list' ? { list: listShape(source.lists) } : {}),
        scope: [],
        because: [],
      });
    }
  }
  return { byName, roles };
}

function listShape(lists: ListRules): ListShape {
  return {
    itemsPointer: lists.itemsPointer,
    facts: new Map([
      [lists.hasMorePointer, 'has-more'],
      [lists.nextCursorPointer, 'next-cursor'],
    ]),
    paging: {
      style: 'cursor',
      cursor: lists.cursorParameter,
      limit: { name: lists.limitParameter },
    },
    linkHeader: false,
    search: ['q', 'search'],
  };
}

interface Member {
  readonly operation: Operation;
  readonly verb: Verb;
}

const itemVerbs: { readonly [method: string]: Verb } = {
  GET: 'get',
  PATCH: 'update',
  PUT: 'replace',
  DELETE: 'delete',
};

function groupByCollection(operations: readonly Operation[]): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const operation of operations) {
    const item = /^(.*)\/\{[^{}/]*\}$/.exec(operation.path);
    const name = item?.[1] ?? operation.path;
    const verb = item === null ? collectionVerb(operation.method) : itemVerbs[operation.method];
    if (verb === undefined || name === '') continue;
    groups.set(name, [...(groups.get(name) ?? []), { operation, verb }]);
  }
  return groups;
}

function collectionVerb(method: string): Verb | undefined {
  if (method === 'GET') return 'list';
  return method === 'POST' ? 'create' : undefined;
}

function rowSchema(
  members: readonly Member[],
  { schemas, lists }: { readonly schemas: SchemaReader; readonly lists: ListRules },
): JsonSchema | undefined {
  const answerOf = (verb: Verb): JsonSchema | undefined => {
    const member = members.find((candidate) => candidate.verb === verb);
    return member && successSchema(member.operation);
  };
  const hasItem = members.some(({ verb }) => verb !== 'list' && verb !== 'create');
  const items = listItems(answerOf('list'), schemas, lists);
  const single = answerOf('get') ?? answerOf('update') ?? answerOf('replace');
  if (items === undefined && !hasItem) return undefined;
  return single ?? items ?? answerOf('create');
}

function listItems(
  answer: JsonSchema | undefined,
  schemas: SchemaReader,
  lists: ListRules,
): JsonSchema | undefined {
  const envelope = schemas.resolve(answer);
  if (schemas.typesOf(envelope).includes('array')) return itemSchema(envelope);
  const path = lists.itemsPointer.split('/').slice(1);
  const at = atPointer(envelope, path.map((name) => `/properties/${name}`).join(''));
  const list = schemas.resolve(asSchema(at));
  return schemas.typesOf(list).includes('array') ? itemSchema(list) : undefined;
}

function describeCollection(name: string, schema: JsonSchema, schemas: SchemaReader): Collection {
  const resolved = schemas.resolve(schema);
  const rows = resolved['x-mock-rows'];
  return {
    name,
    noun: nounOf(componentName(schema) ?? name),
    schema,
    idProperty: 'id',
    idStyle: 'prefixed',
    idPrefix: asText(resolved['x-id-prefix'], ''),
    isSingleton: false,
    scope: [],
    firstRows: Array.isArray(rows) ? rows.filter(isObject) : [],
  };
}

// `WebhookEndpoint` → `webhook endpoint`; `/web-hooks` → `web hooks`.
function nounOf(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
}
