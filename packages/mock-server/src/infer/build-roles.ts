import type { JsonSchema } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { type ListRules, readListRules } from '../model/list-rules.ts';
import type { Operation } from '../model/operation.ts';
import { itemSchema, type SchemaReader } from '../schema/schema-shape.ts';
import type { Ground } from './assign-lists.ts';
import type { Assignment } from './assignment.ts';
import type { Collection, ScopeParameter } from './collection.ts';
import type { Draft } from './draft.ts';
import type { FoundRows } from './find-rows.ts';
import { nounOf } from './fold-name.ts';
import { readListShape } from './list-shape.ts';
import { readRoleScope, readScope, type ScopeSource } from './read-scope.ts';
import type { RoleWish } from './read-wishes.ts';
import type { ListShape, Role } from './role.ts';
import { compareRows, mainBranch } from './row-kind.ts';
import { refuseWish } from './wish-members.ts';

/** What roles are built from. */
export interface BuildSource extends Ground {
  readonly lists: ListRules;
  /** In the order of the document. */
  readonly operations: readonly Operation[];
}

/** Settles the drafts: collections by name, and each operation's part in them. */
export function buildRoles(source: BuildSource): {
  readonly byName: Map<string, Collection>;
  readonly roles: Map<string, Role>;
} {
  const { schemas, found, findings } = source;
  const assigned = source.operations.flatMap(({ id }) => findings.assigned.get(id) ?? []);
  const made = new Set(assigned.filter(makes).map(({ draft }) => draft));
  const unmade = new Set(found.drafts.filter((draft) => !draft.isSingleton && !made.has(draft)));
  const creators = new Set(assigned.filter(({ verb }) => verb === 'create').map(placeOf));
  const scopes: ScopeSource = { schemas, found, unmade, links: new Map() };
  // In the order of the document, on which what is drawn for first rows depends.
  const items = new Map<Draft, Assignment>();
  for (const one of assigned.toReversed()) {
    if (one.idParameter !== undefined) items.set(one.draft, one);
  }
  const used = new Set(assigned.map(({ draft }) => draft));
  const collections = new Map<Draft, Collection>();
  for (const draft of used) {
    collections.set(
      draft,
      buildCollection(scopes, draft, itemParts(draft, unmade.has(draft), items.get(draft))),
    );
  }
  const roles = new Map<string, Role>();
  for (const assignment of assigned) {
    const collection = collections.get(assignment.draft);
    if (collection === undefined) continue;
    const role = buildRole(source, { assignment, collection, scopes, creators });
    roles.set(assignment.reading.operation.id, role);
  }
  return { byName: new Map([...collections.values()].map((one) => [one.name, one])), roles };
}

// Rows that are neither listed nor made anywhere would never be found.
function makes({ verb }: Assignment): boolean {
  return verb === 'list' || verb === 'create' || verb === 'replace' || verb === 'me';
}

function placeOf({ draft, reading }: Assignment): string {
  return `${draft.key} ${reading.operation.path}`;
}

function itemParts(draft: Draft, isUnmade: boolean, item: Assignment | undefined): Draft['parts'] {
  if (!isUnmade) return draft.parts;
  const at = item?.reading.parts.findLastIndex(({ text }) => text === item.idParameter) ?? -1;
  return item?.reading.parts.slice(0, at + 1) ?? draft.parts;
}

function buildCollection(scopes: ScopeSource, draft: Draft, parts: Draft['parts']): Collection {
  const { row, id } = draft;
  const rows = row.resolved['x-mock-rows'];
  const isPerId = parts !== draft.parts;
  const scope = readScope(scopes, draft, parts);
  const named = id.idProperty === '' ? {} : { property: id.idProperty };
  return {
    name: draft.name,
    noun: draft.noun ?? nounOf(row.component ?? draft.word),
    schema: row.schema,
    ...id,
    isSingleton: draft.isSingleton || isPerId,
    scope: isPerId
      ? scope.map((one, at) =>
          at === scope.length - 1 ? { parameter: one.parameter, ...named } : one,
        )
      : scope,
    firstRows: Array.isArray(rows) ? rows.filter(isObject) : [],
  };
}

interface Parts {
  readonly assignment: Assignment;
  readonly collection: Collection;
  readonly scopes: ScopeSource;
  /** Where rows are made, as {@link placeOf} writes it. */
  readonly creators: ReadonlySet<string>;
}

function buildRole(source: BuildSource, parts: Parts): Role {
  const { assignment, collection, scopes, creators } = parts;
  const { verb, draft, because, idParameter, idProperty, rowFrom, action } = assignment;
  const isMadeHere = creators.has(placeOf(assignment));
  const isPerId = collection.isSingleton && !draft.isSingleton;
  const own = { scope: collection.scope, isMade: isMadeHere };
  const named = isPerId ? { ...assignment, draft: { ...draft, isSingleton: true } } : assignment;
  const { idParameter: _, ...whole } = named;
  const list = verb === 'list' ? listOf(source, assignment) : undefined;
  return {
    verb,
    collection,
    ...(idParameter === undefined || isPerId ? {} : { idParameter }),
    ...(idProperty === undefined || isPerId ? {} : { idProperty }),
    ...(rowFrom === undefined ? {} : { rowFrom }),
    ...pointersOf(assignment),
    scope: wishedScope(assignment, readRoleScope(scopes, isPerId ? whole : assignment, own)),
    ...(list === undefined ? {} : { list }),
    ...(action === undefined ? {} : { action }),
    because: isPerId
      ? [because, 'Nothing lists or makes such rows, so each is there when it is asked for.']
      : [because],
  };
}

function wishedScope(
  { wish }: Assignment,
  scope: readonly ScopeParameter[],
): readonly ScopeParameter[] {
  if (wish === undefined || wish.scope.size === 0) return scope;
  return scope.map((one) => {
    const property = wish.scope.get(one.parameter);
    if (property === undefined) return one;
    const { parameter, parent } = one;
    const shown = property === null ? {} : { property };
    return { parameter, ...(parent === undefined ? {} : { parent }), ...shown };
  });
}

function pointersOf({ reading, draft }: Assignment): Pick<Role, 'answerPointer' | 'bodyPointer'> {
  const { answer, sent } = reading;
  const isOwn = answer.row !== undefined && compareRows(answer.row, draft.row) !== 'different';
  const answered = answer.kind === 'row' && isOwn ? (answer.found?.pointer ?? '') : '';
  const body = sent?.found.pointer ?? '';
  return {
    ...(answered === '' ? {} : { answerPointer: answered }),
    ...(body === '' ? {} : { bodyPointer: body }),
  };
}

function listOf(source: BuildSource, { reading, draft, wish }: Assignment): ListShape | undefined {
  const { answer, operation } = reading;
  const { schema, row } = answer;
  const found = wish?.items === undefined ? answer.found : rowsAt(source.schemas, schema, wish);
  if (schema === undefined || found === undefined) return undefined;
  const own = operation.api.extensions;
  const rules = isObject(own['x-pagination']) ? readListRules({ extensions: own }) : source.lists;
  const shape = readListShape({ schemas: source.schemas, operation, answer: schema, found, rules });
  const isOther = row !== undefined && compareRows(row, draft.row) !== 'same';
  return isOther ? { ...shape, items: found.schema } : shape;
}

function rowsAt(
  schemas: SchemaReader,
  answer: JsonSchema | undefined,
  { items = '', pointer }: RoleWish,
): FoundRows {
  let here = answer ?? {};
  for (const token of items.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    here = schemas.shapeOf(mainBranch(schemas, here)).properties.get(name) ?? {};
  }
  const array = mainBranch(schemas, here);
  if (schemas.typesOf(array).includes('array')) {
    return { pointer: items, schema: itemSchema(schemas.resolve(array)) ?? {} };
  }
  const advice = 'Write the JSON pointer of the array in the answer, or "" if it is the answer.';
  throw refuseWish(`${pointer}/items`, `is "${items}", where there is no array`, advice);
}
