import type { ScopeParameter } from '../infer/collection.ts';
import type { LimitParameter, ListShape, Paging, Role } from '../infer/role.ts';

/**
 * What an operation's part comes down to, a sentence each.
 *
 * @param filters - The parameters of a list that choose among its rows.
 */
export function roleDetails(role: Role, filters: readonly string[]): readonly string[] {
  const { idParameter, idProperty, list, answerPointer, bodyPointer } = role;
  return [
    ...(idParameter === undefined || idProperty === undefined
      ? []
      : [`{${idParameter}} is its "${idProperty}".`]),
    ...role.scope.flatMap((one) => viewOf(role, one)),
    ...(answerPointer === undefined ? [] : [`The row is at ${answerPointer} of the answer.`]),
    ...(bodyPointer === undefined ? [] : [`The row is at ${bodyPointer} of the body.`]),
    ...(list === undefined ? [] : listDetails(list)),
    ...(filters.length === 0 ? [] : [`Filtered by ${filters.join(', ')}.`]),
  ];
}

// What a view chooses by; the collection's own scope stands in its heading.
function viewOf({ collection }: Role, one: ScopeParameter): readonly string[] {
  const { parameter, property, member, standsFor, unbound } = one;
  const own = collection.scope.some((other) => other.parameter === standsFor);
  if (own) return standsFor === parameter ? [] : [`{${parameter}} is its {${standsFor}}.`];
  if (unbound === true) return [`Nothing tells which belong to {${parameter}}: all are shown.`];
  const shown = member === undefined ? property : `${property}.${member}`;
  return shown === undefined
    ? [`{${parameter}} is kept beside the row.`]
    : [`Those whose "${shown}" is {${parameter}}.`];
}

function listDetails({
  itemsPointer,
  facts,
  paging,
  linkHeader,
  sort,
  search,
  markedBy,
}: ListShape): string[] {
  const where = itemsPointer === '' ? 'The answer is the array' : `Rows at ${itemsPointer}`;
  const told = [...facts].map(([pointer, fact]) => `${pointer} (${fact})`).join(', ');
  const rows = told === '' ? `${where}.` : `${where}, with ${told}.`;
  const order = sort && [sort.by, ...(sort.direction === undefined ? [] : [sort.direction])];
  return [
    rows,
    paging === undefined ? 'One page.' : `${pagesBy(paging)}${sizeOf(paging.limit)}.`,
    ...(linkHeader ? ['Other pages stand in the header Link.'] : []),
    ...(order === undefined ? [] : [`Sorted by ${order.join(' and ')}.`]),
    ...(markedBy === undefined ? [] : [`Only those that ${markedBy} marks.`]),
    ...(search.length === 0 ? [] : [`Searched by ${search.join(', ')}.`]),
  ];
}

function pagesBy(paging: Paging): string {
  switch (paging.style) {
    case 'limit':
      return 'One page';
    case 'cursor':
      return `Pages by the cursor ${paging.cursor}`;
    case 'offset':
      return `Pages by the offset ${paging.offset}`;
    case 'page':
      return `Pages by the number ${paging.page}, from ${paging.firstPage}`;
    case 'after-id': {
      const { after, before } = paging;
      return `Pages by the id in ${after}${before === undefined ? '' : ` or ${before}`}`;
    }
  }
}

function sizeOf(limit: LimitParameter | undefined): string {
  if (limit === undefined) return '';
  const { name, fallback, maximum } = limit;
  const usual = fallback === undefined ? '' : ` ${fallback}`;
  const most = maximum === undefined ? '' : ` (at most ${maximum})`;
  return `, as many as ${name}${usual === '' ? '' : `, else${usual}`}${most}`;
}
