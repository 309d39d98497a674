import type { JsonValue } from '@product/spec-model';
import { invalid, type Outcome } from '../../../exchange/outcome.ts';
import type { ListShape, Paging } from '../../../infer/role.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import { type Anchor, readAnchor } from '../../../state/anchor.ts';
import type { RowGroup } from '../../../state/row-group.ts';
import type { Sequence } from '../../../state/sequence.ts';
import type { PageAsk } from '../../../state/take-page.ts';
import type { Call } from '../../handler.ts';

/** A list that a page is taken of. */
export interface Listed {
  /** Its name, by which a cursor of another list is told. */
  readonly name: string;
  readonly rows: RowGroup;
  readonly sequence: Sequence;
}

// Where a list is paged and its document does not say by how many.
const usualLimit = 30;

/** The page that a query asks for, or why there is no such page. */
export function readAsk(
  call: Call,
  { paging }: ListShape,
  listed: Listed,
): PageAsk | { readonly refusal: Outcome } {
  if (paging === undefined) return { limit: Number.POSITIVE_INFINITY };
  const limit = readLimit(call, paging);
  const { query } = call.input;
  switch (paging.style) {
    case 'page': {
      const page = Math.max(numberOf(query.get(paging.page)) ?? 0, paging.firstPage);
      return {
        limit,
        offset: limit === Number.POSITIVE_INFINITY ? 0 : (page - paging.firstPage) * limit,
      };
    }
    case 'offset':
      return { limit, offset: Math.max(numberOf(query.get(paging.offset)) ?? 0, 0) };
    case 'cursor':
      return readCursor(query, paging, { listed, limit });
    case 'limit':
      return { limit };
    case 'after-id':
      // Those below the number are left out already.
      if (paging.rising !== undefined) return { limit };
      return readNeighbour(query, paging, { listed, limit });
  }
}

/** The parameters that page a list, and so filter nothing. */
export function pagingNames({ paging, sort }: ListShape): readonly string[] {
  const names = [paging?.limit?.name, sort?.by, sort?.direction];
  if (paging?.style === 'cursor') names.push(paging.cursor, paging.before, paging.offset);
  if (paging?.style === 'page') names.push(paging.page);
  if (paging?.style === 'offset') names.push(paging.offset);
  if (paging?.style === 'after-id') names.push(paging.after, paging.before);
  return names.filter((name) => name !== undefined);
}

// A list that cannot be asked for a page is never cut.
function readLimit({ operation, input }: Call, paging: Paging): number {
  const { limit } = paging;
  const asked = limit && numberOf(input.query.get(limit.name));
  if (asked !== undefined && asked > 0) return Math.min(asked, limit?.maximum ?? asked);
  return keepIn(limits, paging, () => ownLimit(operation, paging));
}

const limits = new WeakMap<Paging, number>();

function ownLimit(operation: Operation, paging: Paging): number {
  const { limit } = paging;
  // A list whose other pages cannot be asked for is cut where that is documented.
  if (paging.style === 'limit') return limit?.fallback ?? Number.POSITIVE_INFINITY;
  const names = pagingNames({
    paging,
    itemsPointer: '',
    facts: new Map(),
    linkHeader: false,
    search: [],
  });
  const isPaged = operation.api.parameters.some(
    ({ in: place, name }) => place === 'query' && names.includes(name),
  );
  return isPaged
    ? (limit?.fallback ?? Math.min(usualLimit, limit?.maximum ?? usualLimit))
    : Number.POSITIVE_INFINITY;
}

function readCursor(
  query: ReadonlyMap<string, JsonValue>,
  paging: Extract<Paging, { readonly style: 'cursor' }>,
  { listed, limit }: { readonly listed: Listed; readonly limit: number },
): PageAsk | { readonly refusal: Outcome } {
  const behind = textOf(query.get(paging.cursor));
  const ahead = paging.before === undefined ? undefined : textOf(query.get(paging.before));
  const cursor = behind ?? ahead;
  if (cursor === undefined) {
    const offset = paging.offset === undefined ? undefined : numberOf(query.get(paging.offset));
    return offset === undefined || offset <= 0 ? { limit } : { limit, offset };
  }
  const anchor = readAnchor(listed.name, cursor);
  if (anchor === undefined) {
    return { refusal: badCursor(behind === undefined ? (paging.before ?? '') : paging.cursor) };
  }
  return { limit, anchor: behind === undefined ? { ...anchor, backward: true } : anchor };
}

function readNeighbour(
  query: ReadonlyMap<string, JsonValue>,
  { after, before }: { readonly after: string; readonly before?: string },
  { listed, limit }: { readonly listed: Listed; readonly limit: number },
): PageAsk | { readonly refusal: Outcome } {
  const [behind, ahead] = [textOf(query.get(after)), before && textOf(query.get(before))];
  const [name, id] = behind === undefined ? [before ?? '', ahead] : [after, behind];
  if (id === undefined) return { limit };
  const row = listed.rows.get(id);
  if (row === undefined) {
    const message = `${name} names no object of this list: ${id}.`;
    return { refusal: invalid([{ parameter: name, code: 'not_found', message }]) };
  }
  const anchor: Anchor = listed.sequence.anchorOf(row);
  return { limit, anchor: behind === undefined ? { ...anchor, backward: true } : anchor };
}

function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.floor(number) : undefined;
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function badCursor(parameter: string): Outcome {
  const message = `${parameter} is not the cursor of a page of this list.`;
  return invalid([{ parameter, code: 'format', message }]);
}
