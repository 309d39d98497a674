import type { ApiModel } from '@product/spec-model';
import { asNumber, asObject, asText } from './json-read.ts';

/** How lists are paged, read from `x-pagination`. */
export interface ListRules {
  readonly cursorParameter: string;
  readonly limitParameter: string;
  /** Pointers into the answer. */
  readonly itemsPointer: string;
  readonly hasMorePointer: string;
  readonly nextCursorPointer: string;
}

/** How repeated requests are told from new ones, read from `x-idempotency`. */
export interface IdempotencyRules {
  /** The header, in lower case; absent when the API has none. */
  readonly header: string | undefined;
  /** How long an answer is kept. */
  readonly retentionSeconds: number;
}

/** Reads the paging rules, the usual names filled in. */
export function readListRules(model: ApiModel): ListRules {
  const rules = asObject(model.extensions['x-pagination']);
  const query = asObject(rules['query']);
  const response = asObject(rules['response']);
  return {
    cursorParameter: asText(query['cursor'], 'cursor'),
    limitParameter: asText(query['limit'], 'limit'),
    itemsPointer: asText(response['items'], '/data'),
    hasMorePointer: asText(response['has_more'], '/has_more'),
    nextCursorPointer: asText(response['next_cursor'], '/next_cursor'),
  };
}

/** Reads the idempotency rules. */
export function readIdempotencyRules(model: ApiModel): IdempotencyRules {
  const rules = asObject(model.extensions['x-idempotency']);
  const header = asText(rules['header'], '');
  return {
    header: header === '' ? undefined : header.toLowerCase(),
    retentionSeconds: asNumber(rules['retention_seconds'], 86_400),
  };
}
