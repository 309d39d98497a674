import type { Outcome } from '../../exchange/outcome.ts';
import type { ListShape, Role } from '../../infer/role.ts';
import { type FilterRules, filtersOf } from '../../state/filter-rows.ts';
import { proseProperties } from '../../state/filters.ts';
import { type Row, scopeValues } from '../../state/row-group.ts';
import type { Sequence } from '../../state/sequence.ts';
import { takePage } from '../../state/take-page.ts';
import type { Call } from '../handler.ts';
import { envelopeOf, fillEnvelope } from './envelope.ts';
import { expandRow, expandsNothing } from './expand-row.ts';
import { orderRows } from './list-order.ts';
import { type Listed, pagingNames, readAsk } from './page-ask.ts';
import { createPageFacts, linkHeader } from './page-facts.ts';
import { findPlace, matchesPath, type Place } from './place.ts';
import { propertiesOf } from './row-properties.ts';
import { showRow } from './show-row.ts';

/** Answers a page of a list: filtered, sorted and cut as the query asks, in the document's envelope. */
export function listAnyRows(call: Call): Outcome {
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const { collection, role, scope = '*' } = place;
  const shape = role.list ?? bareList;
  const name = [call.mode, collection.name, scope, ...place.wanted.map(({ value }) => value)].join(
    ' ',
  );
  const listed: Listed = { name, rows: place.rows, sequence: select(call, place, shape) };
  const ask = readAsk(call, shape, listed);
  if ('refusal' in ask) return ask.refusal;
  const page = takePage(listed.sequence, ask);
  const envelope = envelopeOf(call, shape, collection);
  const showing = { collection, schema: envelope.items };
  const plain = expandsNothing(call);
  const rows = page.rows.map(({ data }) =>
    showRow(call, showing, plain ? data : expandRow(call, collection, data)),
  );
  const factOf = createPageFacts({ call, collection, paging: shape.paging, listed, ask, page });
  const body = fillEnvelope(call.core, envelope, { rows, factOf });
  const link = shape.linkHeader ? linkHeader(factOf) : undefined;
  const headers = link === undefined ? {} : { Link: link };
  return { status: call.operation.successStatus, body, headers };
}

const bareList: ListShape = {
  itemsPointer: '',
  facts: new Map(),
  linkHeader: false,
  search: ['q'],
};
// Parameters that change how rows are shown, and never which.
const showers = ['expand', '$expand', 'fields', '$select', 'include', 'select', 'embed', 'format'];

const kept = new WeakMap<Role, FilterRules>();

function rulesOf({ schemas }: Call['core'], role: Role, shape: ListShape): FilterRules {
  const known = kept.get(role);
  if (known !== undefined) return known;
  const rules: FilterRules = {
    schemas,
    shape: propertiesOf(schemas, role.collection.schema),
    others: [...pagingNames(shape), ...showers],
    search: shape.search,
    prose: proseProperties(schemas, role.collection.schema),
  };
  kept.set(role, rules);
  return rules;
}

function select(call: Call, place: Place, shape: ListShape): Sequence {
  const { core, input } = call;
  const { role, rows, wanted } = place;
  const rules = rulesOf(core, role, shape);
  const filters = input.query.size === 0 ? [] : filtersOf(input.query, rules);
  const passes = (row: Row): boolean =>
    wanted.every((one) => matchesPath(row, one)) && filters.every((filter) => filter(row.data));
  const free = wanted.length === 0 && filters.length === 0 && !isPartly(place);
  const test = isPartly(place) ? (row: Row) => isOfScope(place, row) && passes(row) : passes;
  const selection = { rows, passes: free ? undefined : test };
  return orderRows(selection, input.query, { shape: rules.shape, sort: shape.sort });
}

// The path says a part of whose rows are meant, such as the owner and not the repository.
function isPartly({ scope, values }: Place): boolean {
  return scope === undefined && values.some((value) => value !== undefined);
}

function isOfScope({ values }: Place, { scope }: Row): boolean {
  const own = scopeValues(scope);
  return values.every((value, level) => value === undefined || own[level] === value);
}
