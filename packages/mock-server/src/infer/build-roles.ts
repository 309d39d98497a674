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
import { rowNoun } from './fold-name.ts';
import { LazyCollection, LazyRole } from './lazy-parts.ts';
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
  const named = id.idProperty === '' ? {} : { property: id.idProperty };
  const facts = {
    name: draft.name,
    noun: draft.noun ?? rowNoun(row.component, draft.word),
    schema: row.schema,
    ...id,
    isSingleton: draft.isSingleton || isPerId,
    firstRows: Array.isArray(rows) ? rows.filter(isObject) : [],
  };
  return new LazyCollection(facts, () => {
    const scope = readScope(scopes, draft, parts);
    if (!isPerId) return scope;
    const last = scope.length - 1;
    return scope.map((one, at) => (at === last ? { parameter: one.parameter, ...named } : one));
  });
}

interface Parts {
  readonly assignment: Assignment;
  readonly collection: Collection;
  readonly scopes: ScopeSource;
  /** Where rows are made, as {@link placeOf} writes it. */
  readonly creators: ReadonlySet<string>;
}

function buildRole(source: BuildSource, parts: Parts): Role {
  const { assignment, collection } = parts;
  const { verb, draft, because, idParameter, idProperty, rowFrom, action } = assignment;
  const { member, entryParameter, idMember } = assignment;
  const isPerId = collection.isSingleton && !draft.isSingleton;
  const facts = {
    verb,
    collection,
    ...(idParameter === undefined || isPerId ? {} : { idParameter }),
    ...(idProperty === undefined || isPerId ? {} : { idProperty }),
    ...(rowFrom === undefined ? {} : { rowFrom }),
    ...(idMember === undefined ? {} : { idMember }),
    ...pointersOf(assignment),
    ...(action === undefined ? {} : { action }),
    ...(member === undefined ? {} : { member }),
    ...(entryParameter === undefined ? {} : { entryParameter }),
    because: isPerId
      ? [because, 'Nothing lists or makes such rows, so each is there when it is asked for.']
      : [because],
  };
  const { kind } = assignment.reading.answer;
  const lists = verb === 'list' || (verb === 'members' && kind === 'list');
  const list = lists ? listOf(source, assignment) : undefined;
  return new LazyRole(facts, { scope: () => scopeOf(parts, isPerId), list });
}

function scopeOf(
  { assignment, collection, scopes, creators }: Parts,
  isPerId: boolean,
): readonly ScopeParameter[] {
  const own = { scope: collection.scope, isMade: creators.has(placeOf(assignment)) };
  const named = { ...assignment, draft: { ...assignment.draft, isSingleton: true } };
  const { idParameter: _, ...whole } = named;
  const scope = wishedScope(assignment, readRoleScope(scopes, isPerId ? whole : assignment, own));
  return assignment.marks === undefined ? scope : scope.map(unbind);
}

// Marks choose among all rows.
function unbind({ parameter, parent }: ScopeParameter): ScopeParameter {
  return { parameter, ...(parent === undefined ? {} : { parent }), unbound: true };
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

// Where rows stand is looked up at once: a document that is wrong about it is refused.
function listOf(
  source: BuildSource,
  { reading, draft, wish, marks }: Assignment,
): (() => ListShape) | undefined {
  const { answer, operation } = reading;
  const { schema, row } = answer;
  const found = wish?.items === undefined ? answer.found : rowsAt(source.schemas, schema, wish);
  if (schema === undefined || found === undefined) return undefined;
  const { schemas, lists } = source;
  return () => {
    const own = operation.api.extensions;
    const rules = isObject(own['x-pagination']) ? readListRules({ extensions: own }) : lists;
    const shape = readListShape({ schemas, operation, answer: schema, found, rules });
    const isOther = row !== undefined && compareRows(row, draft.row) !== 'same';
    const items = isOther ? { items: found.schema } : {};
    return { ...shape, ...items, ...(marks === undefined ? {} : { markedBy: marks.name }) };
  };
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
