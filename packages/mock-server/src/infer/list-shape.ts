import type { JsonSchema } from '@product/spec-model';
import type { ListRules } from '../model/list-rules.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import {
  type AskedMember,
  asksByCursor,
  findPaging,
  findSearch,
  findSort,
  type ListQuestion,
} from './find-paging.ts';
import type { FoundRows } from './find-rows.ts';
import { findPageFacts } from './page-facts.ts';
import type { ListShape, PageFact, Paging } from './role.ts';

/** A list whose form is asked for. */
export interface ListSource {
  readonly schemas: SchemaReader;
  readonly operation: Operation;
  /** The schema of the whole answer. */
  readonly answer: JsonSchema;
  readonly found: FoundRows;
  /** The document's own word on paging. */
  readonly rules: ListRules;
}

/** How a list is answered and asked for: as the document's `x-pagination` says, else as names tell. */
export function readListShape(source: ListSource): ListShape {
  const { schemas, operation, answer, found } = source;
  const parameters = parametersOf(source);
  const itemsPointer = found.pointer;
  const isCursor = asksByCursor({ schemas, parameters });
  const facts =
    itemsPointer === ''
      ? new Map<string, PageFact>()
      : findPageFacts({ schemas, schema: answer, itemsPointer, isCursor });
  const question: ListQuestion = { schemas, parameters, facts, row: found.schema };
  const paging = findPaging(question);
  const sort = findSort(question);
  return {
    itemsPointer,
    facts,
    ...(paging === undefined ? {} : { paging }),
    linkHeader: hasLinkHeader(operation, { facts, itemsPointer, paging }),
    ...(sort === undefined ? {} : { sort }),
    search: findSearch(parameters),
    ...statedShape(source),
  };
}

// What a search takes in its body asks as parameters do.
function parametersOf({ schemas, operation }: ListSource): readonly AskedMember[] {
  const { parameters, requestBody } = operation.api;
  const own = parameters.filter((parameter) => parameter.in === 'query');
  if (operation.method === 'GET') return own;
  const { properties } = schemas.shapeOf(requestBody?.content[0]?.schema);
  return [...own, ...[...properties].map(([name, schema]) => ({ name, schema }))];
}

const leadsOn: ReadonlySet<PageFact> = new Set(['next-cursor', 'next-url', 'last-id']);

// GitHub says the pages of an array in the header `Link`, and not every copy of its document says so.
function hasLinkHeader(
  operation: Operation,
  {
    facts,
    itemsPointer,
    paging,
  }: Pick<ListShape, 'facts' | 'itemsPointer'> & {
    readonly paging: Paging | undefined;
  },
): boolean {
  const headers = operation.responseFor(operation.successStatus)?.headers ?? [];
  if (headers.some(({ name }) => name.toLowerCase() === 'link')) return true;
  // A cursor that stands nowhere else.
  if (paging?.style === 'cursor') return ![...facts.values()].some((fact) => leadsOn.has(fact));
  return itemsPointer === '' && paging?.style === 'page';
}

function statedShape({ schemas, answer, rules, found }: ListSource): Partial<ListShape> {
  const { stated } = rules;
  if (stated === undefined || stated.itemsPointer !== found.pointer) return {};
  const { paging, linkHeader } = stated;
  const { properties } = schemas.shapeOf(answer);
  const isThere = ([pointer]: readonly [string, PageFact]): boolean =>
    found.pointer === '' || properties.has(pointer.split('/')[1] ?? '');
  return {
    facts: new Map(stated.facts.filter(isThere)),
    ...(paging === undefined ? {} : { paging }),
    linkHeader,
  };
}
