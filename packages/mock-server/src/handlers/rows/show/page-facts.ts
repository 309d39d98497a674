import type { JsonValue } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import type { PageFact, Paging } from '../../../infer/role.ts';
import { type Anchor, writeAnchor } from '../../../state/anchor.ts';
import type { Row } from '../../../state/row-group.ts';
import { hasRows, type Page, type PageAsk } from '../../../state/take-page.ts';
import type { Call } from '../../handler.ts';
import { type Address, addressOf, withQuery } from './address.ts';
import type { Listed } from './page-ask.ts';

/** A page, with all that is known of how it came about. */
export interface PageSituation {
  readonly call: Call;
  readonly collection: Collection;
  readonly paging: Paging | undefined;
  readonly listed: Listed;
  readonly ask: PageAsk;
  readonly page: Page;
}

/** What a list's answer can tell about its page; null for a page, a cursor or an address that is none. */
export function createPageFacts(situation: PageSituation): (fact: PageFact) => JsonValue {
  const { listed, ask, page, paging } = situation;
  const total = once(() => listed.sequence.total());
  const address = once(() => addressOf(situation.call));
  const turn = (to: Turn): JsonValue => turnTo(situation, to, { total, address });
  const facts: { readonly [fact in PageFact]: () => JsonValue } = {
    'has-more': () => (paging?.style === 'after-id' ? page.more : hasNext(situation)),
    'next-cursor': () => (hasNext(situation) ? tokenOf(situation, 'next') : null),
    'previous-cursor': () => (hasPrevious(situation) ? tokenOf(situation, 'previous') : null),
    total,
    count: () => page.rows.length,
    page: () => pageNumber(situation),
    'next-page': () => (hasNext(situation) ? pageNumber(situation) + 1 : null),
    'previous-page': () => (hasPrevious(situation) ? pageNumber(situation) - 1 : null),
    pages: () => pageCount(total(), ask.limit),
    limit: () => (Number.isFinite(ask.limit) ? ask.limit : page.rows.length),
    offset: () => ask.offset ?? 0,
    'first-id': () => idOf(situation, page.rows[0]),
    'last-id': () => idOf(situation, page.rows.at(-1)),
    'self-url': () => withQuery(address(), {}),
    'first-url': () => turn('first'),
    'next-url': () => (hasNext(situation) ? turn('next') : null),
    'previous-url': () => (hasPrevious(situation) ? turn('previous') : null),
    'last-url': () => turn('last'),
  };
  return (fact) => facts[fact]();
}

/** Another page of the same list. */
type Turn = 'first' | 'next' | 'previous' | 'last';

/** The `Link` header of a page, as GitHub writes it; absent when there is no other page (RFC 8288 §3). */
export function linkHeader(factOf: (fact: PageFact) => JsonValue): string | undefined {
  const [next, previous] = [factOf('next-url'), factOf('previous-url')];
  const links: (readonly [JsonValue, string])[] = [
    [previous, 'prev'],
    [next, 'next'],
    [next === null ? null : factOf('last-url'), 'last'],
    [previous === null ? null : factOf('first-url'), 'first'],
  ];
  const written = links
    .filter(([url]) => url !== null)
    .map(([url, rel]) => `<${String(url)}>; rel="${rel}"`);
  return written.length === 0 ? undefined : written.join(', ');
}

function hasNext({ ask, page, listed }: PageSituation): boolean {
  if (ask.anchor?.backward !== true) return page.more;
  const last = page.rows.at(-1);
  return last !== undefined && hasRows(listed.sequence.after(listed.sequence.anchorOf(last)));
}

function hasPrevious({ ask, page, listed }: PageSituation): boolean {
  if (ask.offset !== undefined) return ask.offset > 0;
  if (ask.anchor?.backward === true) return page.more;
  const [first] = page.rows;
  if (ask.anchor === undefined || first === undefined) return false;
  return hasRows(listed.sequence.before(listed.sequence.anchorOf(first)));
}

function pageNumber({ ask, paging }: PageSituation): number {
  const first = paging?.style === 'page' ? paging.firstPage : 1;
  if (ask.offset === undefined || !Number.isFinite(ask.limit)) return first;
  return Math.floor(ask.offset / ask.limit) + first;
}

function pageCount(total: number, limit: number): number {
  return Math.max(1, Math.ceil(total / limit));
}

function idOf({ collection, paging }: PageSituation, row: Row | undefined): JsonValue {
  const { rising } = paging?.style === 'after-id' ? paging : {};
  return row === undefined ? null : (row.data[rising ?? collection.idProperty] ?? row.id);
}

// What is handed back to ask for the page: a cursor, the id of its neighbour, a number.
function tokenOf(situation: PageSituation, to: 'next' | 'previous'): JsonValue {
  const { paging, listed, ask, page } = situation;
  const row = to === 'next' ? page.rows.at(-1) : page.rows[0];
  if (row === undefined) return null;
  if (paging?.style === 'after-id') return idOf(situation, row);
  const step = to === 'next' ? 1 : -1;
  if (paging?.style === 'page') return pageNumber(situation) + step;
  if (paging?.style === 'offset') return Math.max(0, (ask.offset ?? 0) + step * ask.limit);
  const anchor: Anchor = listed.sequence.anchorOf(row);
  return writeAnchor(listed.name, to === 'next' ? anchor : { ...anchor, backward: true });
}

interface Known {
  readonly total: () => number;
  readonly address: () => Address;
}

function turnTo(situation: PageSituation, to: Turn, { total, address }: Known): JsonValue {
  const { paging, ask } = situation;
  if (paging === undefined) return withQuery(address(), {});
  const token = to === 'next' || to === 'previous' ? tokenOf(situation, to) : undefined;
  const last = pageCount(total(), ask.limit) - 1;
  switch (paging.style) {
    case 'page': {
      const numbers = { first: paging.firstPage, last: last + paging.firstPage };
      return withQuery(address(), {
        [paging.page]: token ?? numbers[to === 'last' ? to : 'first'],
      });
    }
    case 'offset': {
      const offset = to === 'last' && Number.isFinite(ask.limit) ? last * ask.limit : 0;
      return withQuery(address(), { [paging.offset]: token ?? offset });
    }
    case 'cursor':
      return to === 'last' ? null : withQuery(address(), cursorQuery(paging, to, token));
    case 'limit':
      return to === 'first' ? withQuery(address(), {}) : null;
    case 'after-id':
      return neighbourUrl(paging, { to, token, address: address() });
  }
}

function cursorQuery(
  { cursor, before }: Extract<Paging, { readonly style: 'cursor' }>,
  to: Turn,
  token: JsonValue | undefined,
): { readonly [name: string]: JsonValue | undefined } {
  if (before === undefined) return { [cursor]: token };
  return to === 'previous'
    ? { [cursor]: undefined, [before]: token }
    : { [cursor]: token, [before]: undefined };
}

function neighbourUrl(
  { after, before }: { readonly after: string; readonly before?: string },
  {
    to,
    token,
    address,
  }: { readonly to: Turn; readonly token: JsonValue | undefined; readonly address: Address },
): JsonValue {
  if (to === 'last' || (to === 'previous' && before === undefined)) return null;
  const cleared = before === undefined ? {} : { [before]: undefined };
  if (to === 'previous') return withQuery(address, { [after]: undefined, [before ?? '']: token });
  return withQuery(address, { ...cleared, [after]: token });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
