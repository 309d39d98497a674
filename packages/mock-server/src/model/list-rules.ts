import type { ApiModel, JsonObject } from '@product/spec-model';
import type { PageFact, Paging } from '../infer/role.ts';
import { asNumber, asObject, asText } from './json-read.ts';

/** How lists are paged, read from `x-pagination`. */
export interface ListRules {
  readonly cursorParameter: string;
  readonly limitParameter: string;
  /** Pointers into the answer. */
  readonly itemsPointer: string;
  readonly hasMorePointer: string;
  readonly nextCursorPointer: string;
  /** What the document says itself; absent when it says nothing, and names have to tell. */
  readonly stated?: StatedList;
}

/** A list as `x-pagination` describes it. */
export interface StatedList {
  readonly itemsPointer: string;
  /** Meanings of members of the answer, by their pointers. */
  readonly facts: readonly (readonly [pointer: string, fact: PageFact])[];
  /** Absent when the answer itself leads to the other pages. */
  readonly paging?: Paging;
  /** Set when the other pages stand in the header `Link`. */
  readonly linkHeader: boolean;
}

/** How repeated requests are told from new ones, read from `x-idempotency`. */
export interface IdempotencyRules {
  /** The header, in lower case; absent when the API has none. */
  readonly header: string | undefined;
  /** How long an answer is kept. */
  readonly retentionSeconds: number;
}

/** Reads the paging rules of a document's root or of an operation, the usual names filled in. */
export function readListRules({ extensions }: Pick<ApiModel, 'extensions'>): ListRules {
  const rules = asObject(extensions['x-pagination']);
  const query = asObject(rules['query']);
  const response = asObject(rules['response']);
  return {
    cursorParameter: asText(query['cursor'], 'cursor'),
    limitParameter: asText(query['limit'], 'limit'),
    itemsPointer: asText(response['items'], '/data'),
    hasMorePointer: asText(response['has_more'], '/has_more'),
    nextCursorPointer: asText(response['next_cursor'], '/next_cursor'),
    ...(extensions['x-pagination'] === undefined ? {} : { stated: readStated(rules) }),
  };
}

const factNames: readonly (readonly [name: string, fact: PageFact])[] = [
  ['has_more', 'has-more'],
  ['next_cursor', 'next-cursor'],
  ['next_link', 'next-url'],
  ['total', 'total'],
  ['total_pages', 'pages'],
];

function readStated(rules: JsonObject): StatedList {
  const response = asObject(rules['response']);
  const paging = readPaging(rules);
  return {
    itemsPointer: asText(response['items'], '/data'),
    facts: factNames.flatMap(([name, fact]) => {
      const pointer = response[name];
      return typeof pointer === 'string' ? [[pointer, fact] as const] : [];
    }),
    ...(paging === undefined ? {} : { paging }),
    linkHeader: rules['style'] === 'link' && response['next_link'] === undefined,
  };
}

function readPaging({ style, query, first_page: first }: JsonObject): Paging | undefined {
  const names = asObject(query);
  const name = names['limit'];
  const size = typeof name === 'string' ? { limit: { name } } : {};
  if (style === 'link') return undefined;
  if (style === 'page') {
    const firstPage = first === 0 ? 0 : 1;
    return { ...size, style: 'page', page: asText(names['page'], 'page'), firstPage };
  }
  return style === 'offset'
    ? { ...size, style: 'offset', offset: asText(names['offset'], 'offset') }
    : { ...size, style: 'cursor', cursor: asText(names['cursor'], 'cursor') };
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
