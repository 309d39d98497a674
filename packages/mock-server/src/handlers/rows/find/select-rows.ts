import type { JsonObject, JsonValue } from '@product/spec-model';
import type { ListShape, Role } from '../../../infer/role.ts';
import { type FilterRules, filtersOf } from '../../../state/filter-rows.ts';
import { proseProperties } from '../../../state/filters.ts';
import { type Row, scopeValues } from '../../../state/row-group.ts';
import type { Sequence } from '../../../state/sequence.ts';
import type { Call } from '../../handler.ts';
import { markedRows } from '../marked-rows.ts';
import { asksForTrash, isTrashed, trashOf } from '../remove/trash.ts';
import { pagingNames } from '../show/page-ask.ts';
import { type RowView, viewOf } from '../show/row-view.ts';
import { leaveOutEnded } from './leave-out-ended.ts';
import { orderRows } from './list-order.ts';
import { matchesPath, type Place } from './place.ts';

/** How a list is asked for where nothing is known of it. */
export const bareList: ListShape = {
  itemsPointer: '',
  facts: new Map(),
  linkHeader: false,
  search: ['q'],
};
// Parameters that change how rows are shown, and never which.
const showers = ['expand', '$expand', 'fields', '$select', 'include', 'select', 'embed', 'format'];

/** What is known of a list and its rows, to filter by. */
export interface ListRules extends FilterRules {
  readonly view: RowView['view'];
}

const kept = new WeakMap<Role, ListRules>();

/** What the parameters of a list are held against. */
export function rulesOf(
  { schemas }: Pick<Call['core'], 'schemas'>,
  role: Role,
  shape: ListShape,
): ListRules {
  const known = kept.get(role);
  if (known !== undefined) return known;
  const { prose, view, shape: members } = viewOf(schemas, role.collection.schema);
  const rules: ListRules = {
    schemas,
    shape: members,
    others: [...pagingNames(shape), ...showers],
    search: shape.search,
    prose: proseProperties(schemas, prose),
    view,
  };
  kept.set(role, rules);
  return rules;
}

/**
 * The rows that a query asks for, in its order.
 *
 * @param shape - How they are asked for, where the operation is no list of its own.
 */
export function selectRows(
  call: Call,
  place: Place,
  shape: ListShape = place.role.list ?? bareList,
): Sequence {
  const { core, input } = call;
  const { role, rows, wanted } = place;
  const rules = rulesOf(core, role, shape);
  const filters = input.query.size === 0 ? [] : [...filtersOf(input.query, rules)];
  const { view } = rules;
  const trash = trashOf(core, role.collection);
  if (trash !== undefined && !asksForTrash(input.query)) {
    filters.push((row) => !isTrashed(trash, row));
  }
  const above = aboveNumber(input.query, shape);
  if (above !== undefined) filters.push(above);
  const alive = leaveOutEnded(call, role);
  if (alive !== undefined) filters.push(alive);
  const accepts = (data: JsonObject): boolean => filters.every((filter) => filter(data));
  const marked = markedRows(call, role, shape);
  const passes = (row: Row): boolean =>
    (marked === undefined || marked(row)) &&
    wanted.every((one) => matchesPath(row, one)) &&
    accepts(view === undefined ? row.data : view(row.data));
  const chosen = wanted.length > 0 || filters.length > 0 || marked !== undefined;
  const free = !chosen && !isPartly(place);
  const test = isPartly(place) ? (row: Row) => isOfScope(place, row) && passes(row) : passes;
  const selection = { rows, passes: free ? undefined : test, view };
  const { rising } = shape.paging?.style === 'after-id' ? shape.paging : {};
  return orderRows(selection, input.query, { shape: rules.shape, sort: shape.sort, rising });
}

/** Whether a query asks for some rows and not for others. */
export function asksForSome({ core, input }: Call, { role }: Place): boolean {
  return filtersOf(input.query, rulesOf(core, role, role.list ?? bareList)).length > 0;
}

// `?since_id=5`, which need be no row.
function aboveNumber(
  query: ReadonlyMap<string, JsonValue>,
  { paging }: ListShape,
): ((row: JsonObject) => boolean) | undefined {
  if (paging?.style !== 'after-id' || paging.rising === undefined) return undefined;
  const { after, rising } = paging;
  const number = Number(query.get(after) ?? 0);
  return number > 0 ? (row): boolean => Number(row[rising]) > number : undefined;
}

// The path says a part of whose rows are meant, such as the owner and not the repository.
function isPartly({ scope, values }: Place): boolean {
  return scope === undefined && values.some((value) => value !== undefined);
}

function isOfScope({ values }: Place, { scope }: Row): boolean {
  const own = scopeValues(scope);
  return values.every((value, level) => value === undefined || own[level] === value);
}
