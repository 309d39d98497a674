import type { JsonSchema } from '@product/spec-model';
import { kindsOf } from '../schema/kinds.ts';
import { escapeToken } from '../schema/schema-fault.ts';
import { asSchema, itemSchema, type SchemaReader } from '../schema/schema-shape.ts';
import { foldName, singular } from './fold-name.ts';
import { isPageMember } from './page-facts.ts';
import { hasProperties, mainBranch } from './row-kind.ts';

/** Where rows stand in a body, and what they look like. */
export interface FoundRows {
  /** RFC 6901 pointer: `/data`; empty when the body is what was looked for. */
  readonly pointer: string;
  readonly schema: JsonSchema;
}

// In the order of trust: an envelope of several arrays shows its rows in the first of these.
const listNames = new Map(
  [
    ...['data', 'items', 'results', 'value', 'records', 'rows', 'entries', 'list', 'content'],
    ...['objects', 'elements', 'resources', 'members', 'hits', 'documents', 'values', 'nodes'],
  ].map((name, rank) => [name, rank]),
);
const wrapperNames = new Set([
  ...['data', 'result', 'response', 'payload', 'body', 'embedded', 'results', 'd', 'page'],
]);
const rowWrapperNames = new Set([...wrapperNames, 'item', 'resource', 'record', 'entity']);
const besideRows = new Set([
  ...['status', 'success', 'message', 'code', 'object', 'kind', 'type', 'etag', 'url', 'href'],
  ...['meta', 'links', 'errors', 'error', 'schemas', 'incompleteresults', 'warnings', 'ok', 'msg'],
  ...[
    'included',
    'jsonapi',
    'timestamp',
    'requestid',
    'version',
    'time',
    'took',
    'selflink',
    'sort',
    'filter',
    'query',
  ],
]);

/**
 * Finds the rows in the answer of a list: an array, or an envelope with one.
 *
 * @param path - What the rows are called in it, such as `tasks`, and whether it ends in a parameter:
 * then an object with further members is a row that holds a list.
 * @returns Absent when the schema is no list; an object that has an `id` of its own is none.
 */
export function findList(
  schemas: SchemaReader,
  schema: JsonSchema,
  path: { readonly word: string; readonly isItem: boolean },
): FoundRows | undefined {
  const main = mainBranch(schemas, schema);
  if (isArray(schemas, main)) return { pointer: '', schema: itemsOf(schemas, main) };
  return inEnvelope({ schemas, word: singular(path.word), isItem: path.isItem }, main, 0);
}

/**
 * Finds the one row in an answer or a body: the body itself, or a member such as `data` or `task`
 * that wraps it.
 *
 * @returns Absent when the schema is no object.
 */
export function findRow(
  schemas: SchemaReader,
  schema: JsonSchema,
  word: string,
): FoundRows | undefined {
  const rowsOf = (one: JsonSchema): JsonSchema =>
    kindsOf(schemas, one) === undefined ? mainBranch(schemas, one) : one;
  const outermost = rowsOf(schema);
  const seen = new Set<JsonSchema>();
  let found: FoundRows | undefined;
  for (;;) {
    const main = found === undefined ? outermost : rowsOf(found.schema);
    const { properties } = kindsOf(schemas, main)?.shape ?? schemas.shapeOf(main);
    if (properties.size === 0) return found;
    // What holds itself (an expression in an expression) is no wrapper.
    if (seen.has(schemas.resolve(main))) return { pointer: '', schema: outermost };
    seen.add(schemas.resolve(main));
    const inner = properties.has('id') ? undefined : wrapped(schemas, properties, singular(word));
    if (inner === undefined) return { pointer: found?.pointer ?? '', schema: main };
    found = { pointer: (found?.pointer ?? '') + inner.pointer, schema: inner.schema };
  }
}

/** Whether the schema allows arrays and nothing else of shape. */
export function isArray(schemas: SchemaReader, schema: JsonSchema): boolean {
  return schemas.typesOf(mainBranch(schemas, schema)).includes('array');
}

interface Search {
  readonly schemas: SchemaReader;
  /** Singular and folded. */
  readonly word: string;
  readonly isItem: boolean;
}

function inEnvelope(search: Search, schema: JsonSchema, depth: number): FoundRows | undefined {
  const { schemas, word } = search;
  const { properties } = schemas.shapeOf(schema);
  if (properties.has('id')) return undefined;
  const members = [...properties];
  const arrays = members.filter(([, member]) => isArray(schemas, member));
  const rows = chooseArray(arrays, members, search);
  if (rows !== undefined) {
    return { pointer: `/${escapeToken(rows[0])}`, schema: itemsOf(schemas, rows[1]) };
  }
  if (depth === 2) return undefined;
  for (const [name, member] of members) {
    const folded = foldName(name);
    // `animals` may hold the list of animals; `animal` is one of them.
    if (!wrapperNames.has(folded) && (folded === word || singular(folded) !== word)) continue;
    const found = inEnvelope(search, mainBranch(schemas, member), depth + 1);
    if (found !== undefined) return { ...found, pointer: `/${escapeToken(name)}${found.pointer}` };
  }
  return undefined;
}

type Member = readonly [name: string, schema: JsonSchema];

function chooseArray(
  arrays: readonly Member[],
  members: readonly Member[],
  { schemas, word, isItem }: Search,
): Member | undefined {
  const [first] = arrays;
  if (first === undefined) return undefined;
  const named = arrays.find(([name]) => singular(name) === word) ?? usualArray(arrays);
  const chosen = named ?? first;
  // Under its usual name, or that of the path, an array is the rows whatever else there is.
  if (named !== undefined && !isItem) return named;
  const isRows = hasProperties(schemas, mainBranch(schemas, itemsOf(schemas, chosen[1])));
  const isAlone = members.every((member) => member === chosen || isBeside(foldName(member[0])));
  return isAlone && (isRows || named !== undefined) ? chosen : undefined;
}

function usualArray(arrays: readonly Member[]): Member | undefined {
  let best: Member | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const array of arrays) {
    const rank = listNames.get(foldName(array[0])) ?? Number.POSITIVE_INFINITY;
    if (rank < bestRank) [best, bestRank] = [array, rank];
  }
  return best;
}

function isBeside(folded: string): boolean {
  return besideRows.has(folded) || isPageMember(folded);
}

function wrapped(
  schemas: SchemaReader,
  properties: ReadonlyMap<string, JsonSchema>,
  word: string,
): FoundRows | undefined {
  // A wrapper holds little else: an order with a `data` of its own is an order.
  const beside = [...properties.keys()].filter((name) => !besideRows.has(foldName(name)));
  if (beside.length > 2) return undefined;
  const objects = [...properties].filter(([, member]) =>
    hasProperties(schemas, mainBranch(schemas, member)),
  );
  const named = objects.find(
    ([name]) => singular(name) === word || rowWrapperNames.has(foldName(name)),
  );
  const [only, ...more] = objects;
  const isOnly = [...properties.keys()].every(
    (name) => name === only?.[0] || besideRows.has(foldName(name)),
  );
  const chosen = named ?? (more.length === 0 && isOnly ? only : undefined);
  const most = chosen !== undefined && singular(chosen[0]) === word ? 2 : 1;
  if (chosen === undefined || beside.length > most) return undefined;
  return { pointer: `/${escapeToken(chosen[0])}`, schema: chosen[1] };
}

function itemsOf(schemas: SchemaReader, array: JsonSchema): JsonSchema {
  return asSchema(itemSchema(schemas.resolve(mainBranch(schemas, array)))) ?? {};
}
