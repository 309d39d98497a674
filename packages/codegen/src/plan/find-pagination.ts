import {
  type ApiModel,
  type ApiOperation,
  type JsonSchema,
  type JsonValue,
  member,
  textOf,
} from '@product/spec-model';
import { asSchema, followSchema, propertiesOf, schemasOf } from '../schema/schema-reader.ts';
import { jsonContent } from './json-content.ts';

/** How the pages of a list follow each other, as `x-pagination` says in `style`. */
export type PaginationStyle = 'cursor' | 'page' | 'offset' | 'link';

/** Where a paged list keeps its parts, and the schema of its items. */
export interface PaginationPlan {
  readonly style: PaginationStyle;
  /** Query parameter that takes the cursor, number or offset. */
  readonly parameter: string | undefined;
  readonly limitParameter: string | undefined;
  /** What the runtime wants to know. */
  readonly facts: { readonly [name: string]: JsonValue };
  readonly items: JsonSchema;
}

/** What each style is called in the runtime, and where its answer tells the way on. */
const STYLES: { readonly [Style in PaginationStyle]: StyleRules } = {
  cursor: { runtimeName: 'byCursor', next: 'next_cursor' },
  page: { runtimeName: 'byPage', total: 'total_pages' },
  offset: { runtimeName: 'byOffset', total: 'total' },
  link: { runtimeName: 'byLink', next: 'next_link' },
};

interface StyleRules {
  readonly runtimeName: string;
  readonly next?: string;
  readonly total?: string;
}

/** The runtime's name of a style: `byCursor`. */
export function styleName({ style }: PaginationPlan): string {
  return STYLES[style].runtimeName;
}

/**
 * Sees whether an operation is a paged list: the document describes paging (`x-pagination`, of the
 * operation or the root), the operation takes what places a page, and its answer has the items.
 */
export function findPagination(
  operation: ApiOperation,
  model: ApiModel,
): PaginationPlan | undefined {
  const described = operation.extensions['x-pagination'] ?? model.extensions['x-pagination'];
  const style = textOf(described, 'style') ?? 'cursor';
  const itemsPointer = textOf(member(described, 'response'), 'items');
  if (!isStyle(style) || itemsPointer === undefined) return undefined;
  const query = member(described, 'query');
  const parameter = textOf(query, style);
  const facts = factsOf(described, style, itemsPointer);
  const isPaged =
    style === 'link'
      ? operation.method === 'GET'
      : takes(operation, parameter) && (style !== 'cursor' || facts['nextPointer'] !== undefined);
  const items = isPaged ? itemsOf(operation, model, itemsPointer) : undefined;
  const limitParameter = textOf(query, 'limit');
  return items === undefined ? undefined : { style, parameter, limitParameter, facts, items };
}

function isStyle(style: string): style is PaginationStyle {
  return Object.hasOwn(STYLES, style);
}

/** What the runtime wants to know, in its own words. */
function factsOf(
  described: JsonValue | undefined,
  style: PaginationStyle,
  itemsPointer: string,
): { [name: string]: JsonValue } {
  const { next = '', total = '' } = STYLES[style];
  const response = member(described, 'response');
  const first = member(described, 'first_page');
  const facts: { readonly [name: string]: JsonValue | undefined } = {
    parameter: textOf(member(described, 'query'), style),
    itemsPointer,
    nextPointer: textOf(response, next),
    hasMorePointer: textOf(response, 'has_more'),
    totalPointer: textOf(response, total),
    first: style === 'page' && typeof first === 'number' ? first : undefined,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact]])),
  );
}

function takes(operation: ApiOperation, parameter: string | undefined): boolean {
  return operation.parameters.some(
    ({ in: place, name }) => place === 'query' && name === parameter,
  );
}

function itemsOf(
  operation: ApiOperation,
  { schemas }: ApiModel,
  itemsPointer: string,
): JsonSchema | undefined {
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  const list = schemaAt(jsonContent(success)?.schema, itemsPointer, schemas);
  return asSchema(typeof list === 'object' ? member(list, 'items') : undefined);
}

function schemaAt(
  schema: JsonSchema | undefined,
  pointer: string,
  schemas: ApiModel['schemas'],
): JsonSchema | undefined {
  const names = pointer.split('/').slice(1);
  return names.reduce<JsonSchema | undefined>(
    (found, name) => propertyOf(found, name, schemas),
    followSchema(schema, schemas),
  );
}

function propertyOf(
  schema: JsonSchema | undefined,
  name: string,
  schemas: ApiModel['schemas'],
): JsonSchema | undefined {
  if (typeof schema !== 'object') {
    return undefined;
  }
  const [, own] = propertiesOf(schema).find(([known]) => known === name) ?? [];
  const parts = own === undefined ? schemasOf(schema, 'allOf') : [];
  const inherited = parts
    .map((part) => propertyOf(followSchema(part, schemas), name, schemas))
    .find((part) => part !== undefined);
  return followSchema(own ?? inherited, schemas);
}
