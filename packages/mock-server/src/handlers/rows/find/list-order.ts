import type { JsonValue } from '@product/spec-model';
import { snakeCase } from '../../../data/snake-case.ts';
import type { SortParameters } from '../../../infer/role.ts';
import type { SchemaShape } from '../../../schema/schema-shape.ts';
import { findProperty } from '../../../state/filter-rows.ts';
import {
  inOrderOfMaking,
  type Selection,
  type Sequence,
  type SortKey,
  sortedBy,
} from '../../../state/sequence.ts';

/**
 * Rows in the order that a query asks for: the newest first when it asks for none, or for a property
 * that rows do not have.
 */
export function orderRows(
  selection: Selection,
  query: ReadonlyMap<string, JsonValue>,
  rules: {
    readonly shape: SchemaShape;
    readonly sort: SortParameters | undefined;
    /** The property whose numbers rise from page to page. */
    readonly rising: string | undefined;
  },
): Sequence {
  const keys = readKeys(query, rules);
  const [first] = keys;
  if (first === undefined) {
    const { rising } = rules;
    if (rising === undefined) return inOrderOfMaking(selection, true);
    return sortedBy(selection, [{ property: rising, descending: false }]);
  }
  // Rows come in the order of their making, so that this sort costs nothing.
  if (made.test(snakeCase(first.property))) return inOrderOfMaking(selection, first.descending);
  return sortedBy(selection, keys);
}

const made = /^(date_)?(created|inserted|added)(_?(at|on|date|time))?$|^creation_(date|time)$/;
const downward = /^(desc|descending|-1|false)$/i;
const upward = /^(asc|ascending|1|true)$/i;

// Spring writes `name,desc` for one key; `desc` alone is another.
const wayBehind = /(?<=[^,\s]),(asc|desc)(?=,|$)/gi;

function readKeys(
  query: ReadonlyMap<string, JsonValue>,
  { shape, sort }: { readonly shape: SchemaShape; readonly sort: SortParameters | undefined },
): readonly SortKey[] {
  if (sort === undefined) return [];
  const by = query.get(sort.by);
  const way = sort.direction === undefined ? undefined : query.get(sort.direction);
  const texts = (Array.isArray(by) ? by : [by]).flatMap((text) =>
    text === undefined ? [] : String(text).replaceAll(wayBehind, ':$1').split(','),
  );
  return texts
    .map((text) =>
      readKey(text.trim(), way === undefined ? undefined : downward.test(String(way)), shape),
    )
    .filter((key) => key !== undefined);
}

// `-created`, `+created`, `created:desc`, `created desc`, `created.desc`, `desc`.
function readKey(text: string, way: boolean | undefined, shape: SchemaShape): SortKey | undefined {
  if (downward.test(text) || upward.test(text)) {
    const property = findProperty({ shape }, 'created') ?? 'created';
    return { property, descending: downward.test(text) };
  }
  const [, sign = '', name = '', suffix] =
    /^([-+]?)(.*?)(?:[:. ](asc|desc)\w*)?$/i.exec(text) ?? [];
  const property = findProperty({ shape }, name);
  if (property === undefined) return undefined;
  const descending = sign === '-' || (suffix !== undefined && downward.test(suffix));
  return {
    property,
    descending: suffix === undefined && sign === '' ? (way ?? false) : descending,
  };
}
