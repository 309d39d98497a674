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

/** Where a paged list keeps its parts, as the runtime wants it, and the schema of its items. */
export interface PaginationPlan {
  readonly cursorParameter: string;
  readonly limitParameter: string | undefined;
  readonly itemsPointer: string;
  readonly nextCursorPointer: string;
  readonly hasMorePointer: string | undefined;
  readonly items: JsonSchema;
}

/**
 * Sees whether an operation is a paged list: the document describes paging (`x-pagination`, of the
 * operation or the root), the operation takes the cursor, and its answer has the items.
 */
export function findPagination(
  operation: ApiOperation,
  model: ApiModel,
): PaginationPlan | undefined {
  const described = operation.extensions['x-pagination'] ?? model.extensions['x-pagination'];
  const query = member(described, 'query');
  const response = member(described, 'response');
  const cursorParameter = textOf(query, 'cursor');
  const itemsPointer = textOf(response, 'items');
  const nextCursorPointer = textOf(response, 'next_cursor');
  const takesCursor = operation.parameters.some(
    ({ in: place, name }) => place === 'query' && name === cursorParameter,
  );
  if (!takesCursor || cursorParameter === undefined || itemsPointer === undefined) {
    return undefined;
  }
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  const list = schemaAt(jsonContent(success)?.schema, itemsPointer, model.schemas);
  const items = asSchema(typeof list === 'object' ? member(list, 'items') : undefined);
  return items === undefined || nextCursorPointer === undefined
    ? undefined
    : {
        cursorParameter,
        limitParameter: textOf(query, 'limit'),
        itemsPointer,
        nextCursorPointer,
        hasMorePointer: textOf(response, 'has_more'),
        items,
      };
}

function schemaAt(
  schema: JsonSchema | undefined,
  pointer: string,
  schemas: ApiModel['schemas'],
): JsonSchema | undefined {
  const names = pointer.split('/').slice(1);
  return names.reduce<JsonSchema | undefined>(
    (found, name) => propertyOf(followSchema(found, schemas), name, schemas),
    schema,
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

/** Says a fact as the runtime's profile spells it; the items stay with the generator. */
export function paginationFacts(plan: PaginationPlan): { [name: string]: JsonValue } {
  const { cursorParameter, itemsPointer, nextCursorPointer, hasMorePointer } = plan;
  return {
    cursorParameter,
    itemsPointer,
    nextCursorPointer,
    ...(hasMorePointer === undefined ? {} : { hasMorePointer }),
  };
}
