import type { ApiParameter, JsonSchema, JsonValue } from '@product/spec-model';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { findRising } from './find-rising.ts';
import { foldName } from './fold-name.ts';
import type { LimitParameter, PageFact, Paging, SortParameters } from './role.ts';

// Folded names, in the order of trust.
const cursorNames = [
  ...['cursor', 'pagetoken', 'pagecursor', 'nexttoken', 'nextpagetoken', 'continuationtoken'],
  ...['startcursor', 'nextcursor', 'starttoken', 'skiptoken', 'continuation', 'marker', 'after'],
  ...['pageafter', 'aftercursor', 'bookmark', 'scrollid', 'paginationtoken'],
];
const pageNames = ['page', 'pagenumber', 'pageindex', 'pageno', 'currentpage', 'p'];
const offsetNames = ['offset', 'skip', 'startindex', 'startat', 'pageoffset', 'start', 'from'];
const limitNames = [
  ...['limit', 'perpage', 'pagesize', 'pagelimit', 'size', 'top', 'maxresults', 'itemsperpage'],
  ...[
    'resultsperpage',
    'maxitems',
    'hitsperpage',
    'count',
    'take',
    'rows',
    'first',
    'max',
    'num',
    'n',
  ],
];
// Their type may be wrong in the document; the other names mean many things.
const sureLimits = new Set(['limit', 'perpage', 'pagesize', 'pagelimit']);
const sortNames = ['sort', 'sortby', 'orderby', 'ordering', 'sortfield', 'sortkey', 'order'];
const directionNames = [
  ...['direction', 'order', 'sortorder', 'sortdirection', 'sortdir', 'orderdirection', 'orderdir'],
  ...['dir', 'sorttype', 'ordertype'],
];
const searchNames = new Set([
  ...['q', 'query', 'search', 'keyword', 'keywords', 'searchterm', 'searchtext', 'searchquery'],
]);

/** A parameter of the query, or a member of the body of a search. */
export type AskedMember = Pick<ApiParameter, 'name' | 'schema' | 'description'>;

/** What is asked about a list. */
export interface ListQuestion {
  readonly schemas: SchemaReader;
  /** What can be sent to choose among the rows. */
  readonly parameters: readonly AskedMember[];
  readonly facts: ReadonlyMap<string, PageFact>;
  /** The schema of an entry. */
  readonly row: JsonSchema;
}

/** Whether some parameter can be a cursor: one that is called so, or a `page` that is a text. */
export function asksByCursor({
  schemas,
  parameters,
}: Pick<ListQuestion, 'schemas' | 'parameters'>): boolean {
  return parameters.some(({ name, schema }) => {
    if (cursorNames.includes(foldName(name))) return true;
    return foldName(name) === 'page' && schemas.typesOf(schema).join() === 'string';
  });
}

/** How the pages of a list are asked for; absent when it has one page only. */
export function findPaging(question: ListQuestion): Paging | undefined {
  const limit = findLimit(question);
  const size = limit === undefined ? {} : { limit };
  const rising = findRising(question.schemas, question.row, question.parameters);
  if (rising !== undefined) return { ...size, ...rising };
  const after = pick(question, ['startingafter', 'afterid', 'sinceid']);
  if (after !== undefined) {
    const before = pick(question, ['endingbefore', 'beforeid']);
    const back = before === undefined ? {} : { before: before.name };
    return { ...size, style: 'after-id', after: after.name, ...back };
  }
  const cursor = pick(question, cursorNames);
  const facts = [...question.facts.values()];
  if (cursor !== undefined) {
    const isId = facts.includes('last-id') && !facts.includes('next-cursor');
    return isId
      ? { ...size, style: 'after-id', after: cursor.name, ...beforeOf(question) }
      : {
          ...size,
          style: 'cursor',
          cursor: cursor.name,
          ...beforeOf(question, cursor),
          ...offsetOf(question, ['offset', 'skip']),
        };
  }
  return numbered(question, size);
}

function numbered(
  question: ListQuestion,
  size: { readonly limit?: LimitParameter },
): Paging | undefined {
  const page = pick(question, pageNames);
  if (page !== undefined) {
    const isToken = typesOf(question, page).every((type) => type === 'string' || type === 'null');
    const hasToken = [...question.facts.values()].some((fact) => fact === 'next-cursor');
    if (isToken && hasToken) return { ...size, style: 'cursor', cursor: page.name };
    const { minimum, default: fallback } = question.schemas.resolve(page.schema);
    return {
      ...size,
      style: 'page',
      page: page.name,
      firstPage: minimum === 0 || fallback === 0 ? 0 : 1,
    };
  }
  const { offset } = offsetOf(question);
  if (offset !== undefined) return { ...size, style: 'offset', offset };
  // How many can be asked for, and no others than the first.
  const isSure = size.limit !== undefined && sureLimits.has(foldName(size.limit.name));
  return isSure ? { ...size, style: 'limit' } : undefined;
}

// Beside a cursor, `from` and `start` are ends of a range.
function offsetOf(
  question: ListQuestion,
  names: readonly string[] = offsetNames,
): { readonly offset?: string } {
  const offset = pick(question, names);
  return offset !== undefined && isNumeric(question, offset) ? { offset: offset.name } : {};
}

function beforeOf(question: ListQuestion, after?: AskedMember): { readonly before?: string } {
  // Beside other cursors, `before` is an end of a range.
  const isPair = after === undefined || foldName(after.name).includes('after');
  const before = isPair ? pick(question, ['before', 'pagebefore', 'beforecursor']) : undefined;
  return before === undefined ? {} : { before: before.name };
}

/** The size of a page: its default and most from the schema, else from the description. */
function findLimit(question: ListQuestion): LimitParameter | undefined {
  const found = ranked(question, limitNames).find(
    (parameter) => isNumeric(question, parameter) || sureLimits.has(foldName(parameter.name)),
  );
  if (found === undefined) return undefined;
  const {
    default: fallback,
    maximum,
    description = found.description,
  } = question.schemas.resolve(found.schema);
  const said = asWholeNumber(fallback) ?? numberAfter(description, /\bdefaults?\b\D{0,20}?(\d+)/i);
  const most =
    asWholeNumber(maximum) ??
    numberAfter(description, /\bmax(?:imum)?\b\D{0,20}?(\d+)|\bbetween 1 and (\d+)/i);
  return {
    name: found.name,
    ...(said === undefined ? {} : { fallback: said }),
    ...(most === undefined ? {} : { maximum: most }),
  };
}

/** How a list is asked to be in another order; absent when it is not. */
export function findSort(question: ListQuestion): SortParameters | undefined {
  const by = pick(question, sortNames);
  if (by === undefined) return undefined;
  const directions = question.parameters.filter(
    (parameter) => parameter !== by && directionNames.includes(foldName(parameter.name)),
  );
  const [direction] = directions;
  return { by: by.name, ...(direction === undefined ? {} : { direction: direction.name }) };
}

/** The parameters that search the texts of a row. */
export function findSearch(parameters: readonly AskedMember[]): readonly string[] {
  return parameters.filter(({ name }) => searchNames.has(foldName(name))).map(({ name }) => name);
}

function pick(question: ListQuestion, known: readonly string[]): AskedMember | undefined {
  return ranked(question, known)[0];
}

// Parameters of some names, in the order of the names.
function ranked({ parameters }: ListQuestion, known: readonly string[]): readonly AskedMember[] {
  return parameters
    .map((parameter) => ({ parameter, rank: known.indexOf(foldName(parameter.name)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((left, right) => left.rank - right.rank)
    .map(({ parameter }) => parameter);
}

function typesOf({ schemas }: ListQuestion, { schema }: AskedMember): readonly string[] {
  return schemas.typesOf(schema);
}

function isNumeric(question: ListQuestion, parameter: AskedMember): boolean {
  const types = typesOf(question, parameter);
  return types.length === 0 || types.some((type) => type === 'integer' || type === 'number');
}

function asWholeNumber(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function numberAfter(text: unknown, pattern: RegExp): number | undefined {
  if (typeof text !== 'string') return undefined;
  const [, first, second] = pattern.exec(text.slice(0, 2000)) ?? [];
  return asWholeNumber(Number(first ?? second));
}
