import type { JsonObject, JsonValue } from '@product/spec-model';
import { snakeCase } from '../data/snake-case.ts';
import { isObject, ownValue } from '../model/json-read.ts';
import type { SchemaReader, SchemaShape } from '../schema/schema-shape.ts';
import { compareValues } from './sequence.ts';

type Filter = (row: JsonObject) => boolean;

/** What a query filters, and what not. */
export interface FilterRules {
  readonly schemas: SchemaReader;
  /** The properties of a row. */
  readonly shape: SchemaShape;
  /** Parameters that are no filters, such as `limit`. */
  readonly others: readonly string[];
  /** Parameters that search the texts of a row. */
  readonly search: readonly string[];
  /** The properties that are searched. */
  readonly prose: readonly string[];
}

/**
 * The tests that a row has to pass for a query.
 *
 * @remarks What a parameter filters is read from its name: a property's own, its plural or its twin
 * in another spelling (`projectId`, `project_id`, `project`); a range of it (`due_before`,
 * `createdAfter`, `min_price`, `created[gte]`, `since`). What names no property filters nothing.
 * @param query - Parameters in their types.
 */
export function filtersOf(
  query: ReadonlyMap<string, JsonValue>,
  rules: FilterRules,
): readonly Filter[] {
  return [...query]
    .filter(([name]) => !rules.others.includes(name))
    .map(([name, value]) => filterFor(rules, name, value))
    .filter((filter) => filter !== undefined);
}

function filterFor(rules: FilterRules, name: string, wanted: JsonValue): Filter | undefined {
  if (rules.search.includes(name)) return searchFilter(rules, String(wanted));
  if (isObject(wanted)) return nestedFilter(rules, name, wanted);
  const property = findProperty(rules, name);
  if (property !== undefined) return equalFilter(rules, property, wanted);
  const range = rangeOf(snakeCase(name));
  const ranged = range && findRanged(rules, range.base);
  return range && ranged !== undefined ? rangeFilter(ranged, range.bound, wanted) : undefined;
}

// `created[gte]=…&created[lt]=…`, and `filter[status]=open`.
function nestedFilter(rules: FilterRules, name: string, wanted: JsonObject): Filter | undefined {
  const property = findProperty(rules, name);
  const filters = Object.entries(wanted).map(([member, value]) => {
    const bound = ownBound(member);
    if (property === undefined) return filterFor(rules, member, value);
    if (bound !== undefined) return rangeFilter(property, bound, value);
    return (row: JsonObject) => memberEquals(ownValue(row, property), member, value);
  });
  const all = filters.filter((filter) => filter !== undefined);
  return all.length === 0 ? undefined : (row) => all.every((filter) => filter(row));
}

function memberEquals(value: JsonValue | undefined, member: string, wanted: JsonValue): boolean {
  return isObject(value) && String(ownValue(value, member)) === String(wanted);
}

interface Bound {
  /** Whether rows below are meant. */
  readonly below: boolean;
  readonly inclusive: boolean;
}

const bounds: { readonly [word: string]: Bound } = {
  ...{ before: { below: true, inclusive: false }, after: { below: false, inclusive: false } },
  ...{ lt: { below: true, inclusive: false }, gt: { below: false, inclusive: false } },
  ...{ lte: { below: true, inclusive: true }, gte: { below: false, inclusive: true } },
  ...{ max: { below: true, inclusive: true }, min: { below: false, inclusive: true } },
  ...{ until: { below: true, inclusive: true }, since: { below: false, inclusive: true } },
  ...{ to: { below: true, inclusive: true }, from: { below: false, inclusive: true } },
  ...{ end: { below: true, inclusive: true }, start: { below: false, inclusive: true } },
};

function ownBound(word: string): Bound | undefined {
  const bare = word.replace(/^[$_]/, '');
  return Object.hasOwn(bounds, bare) ? bounds[bare] : undefined;
}

function rangeOf(name: string): { readonly base: string; readonly bound: Bound } | undefined {
  const words = name.split('_');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 1) {
    const bound = /^(since|until|before|after|from|to)$/.test(name) ? ownBound(name) : undefined;
    return bound && { base: '', bound };
  }
  const behind = ownBound(last);
  if (behind !== undefined) return { base: words.slice(0, -1).join('_'), bound: behind };
  const before = ownBound(first);
  return before && { base: words.slice(1).join('_'), bound: before };
}

// `since` alone means the last change where rows tell it, else their making.
const ageNames = ['updated_at', 'updated', 'created_at', 'created', 'date', 'timestamp'];

function findRanged(rules: FilterRules, base: string): string | undefined {
  if (base !== '' && !/^(date|time)$/.test(base)) return findProperty(rules, base);
  for (const name of ageNames) {
    const property = findProperty(rules, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** The property that a name means: its own, or its twin in another spelling or with a usual ending. */
export function findProperty(
  { shape }: Pick<FilterRules, 'shape'>,
  name: string,
): string | undefined {
  if (shape.properties.has(name)) return name;
  const snake = snakeCase(name.replace(/\[\]$/, ''));
  const singular = snake.replace(/s$/, '');
  const wanted = [
    ...[snake, `${snake}s`, `${snake}_at`, `${snake}_id`, `${snake}_on`, singular],
    ...[`${singular}_id`, snake.replace(/_id$/, ''), `created_${snake}`],
  ];
  const names = [...shape.properties.keys()].map((one) => [snakeCase(one), one] as const);
  for (const one of wanted) {
    const found = names.find(([twin]) => twin === one);
    if (found !== undefined) return found[1];
  }
  return undefined;
}

function rangeFilter(property: string, { below, inclusive }: Bound, wanted: JsonValue): Filter {
  return (row) => {
    const value = ownValue(row, property);
    if (value === undefined || value === null) return false;
    const [left, right] = comparable(value, wanted);
    const order = compareValues(left, right);
    return order === 0 ? inclusive : order < 0 === below;
  };
}

// An instant is a text on one side and a number on the other, in seconds or milliseconds.
function comparable(value: JsonValue, wanted: JsonValue): readonly [JsonValue, JsonValue] {
  const [left, right] = [numberOf(value), numberOf(wanted)];
  if (left === undefined || right === undefined) return [value, wanted];
  const isAge = Math.min(left, right) > 1e8 && Math.max(left, right) > 1e11;
  if (typeof value === typeof wanted && !(isAge && typeof value === 'number')) return [left, right];
  return [asMs(value, left), asMs(wanted, right)];
}

function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  const at = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : number;
  return Number.isNaN(at) ? undefined : at;
}

function asMs(source: JsonValue, value: number): number {
  const isDate = typeof source === 'string' && source.includes('-');
  return isDate || Math.abs(value) > 1e11 ? value : value * 1000;
}

function equalFilter(rules: FilterRules, property: string, wanted: JsonValue): Filter | undefined {
  const accepted = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((one) =>
    typeof one === 'string' && one.includes(',') ? one.split(',') : [one],
  );
  const { enum: choices } = rules.schemas.resolve(rules.shape.properties.get(property));
  // `state=all` is a choice of the parameter, and none of the property.
  const everything = accepted.some((one) => /^(all|any|\*)$/.test(String(one)));
  if (everything && !(Array.isArray(choices) && choices.some((one) => accepted.includes(one)))) {
    return undefined;
  }
  const texts = new Set(accepted.map(String));
  return (row) => holds(ownValue(row, property), texts);
}

function holds(value: JsonValue | undefined, texts: ReadonlySet<string>): boolean {
  if (value === undefined || value === null) return texts.has('null') || texts.has('none');
  if (Array.isArray(value)) return value.some((entry) => holds(entry, texts));
  if (!isObject(value)) return texts.has(String(value));
  // A reference that is an object is asked for by its id, or by what people call it.
  return ['id', 'name', 'login', 'slug', 'key'].some((name) => {
    const member = ownValue(value, name);
    return member !== undefined && texts.has(String(member));
  });
}

// A search of many quotes would take long to read.
const maxSearch = 1000;

/** A word of a search: `urgent`, `"two words"`, `status:open`, `email:'a@example.com'`. */
const term = /(?:([\w.[\]'"-]+?)([:~]))?(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

// Words are looked for in texts; `name:value` asks for the property, and is ignored where there is none.
function searchFilter(rules: FilterRules, text: string): Filter {
  const filters: Filter[] = [];
  for (const [, name, sign, quoted, single, bare] of text.slice(0, maxSearch).matchAll(term)) {
    const wanted = quoted ?? single ?? bare ?? '';
    if (name === undefined) {
      if (!/^(and|or)$/i.test(wanted)) filters.push(textFilter(wanted, rules.prose));
      continue;
    }
    const property = findProperty(rules, name);
    if (property === undefined) continue;
    const equal = equalFilter(rules, property, wanted);
    if (sign === '~') filters.push(textFilter(wanted, [property]));
    else if (equal !== undefined) filters.push(equal);
  }
  return (row) => filters.every((filter) => filter(row));
}

function textFilter(wanted: string, prose: readonly string[]): Filter {
  const needle = wanted.toLowerCase();
  return (row) =>
    prose.some((name) => {
      const value = ownValue(row, name);
      return typeof value === 'string' && value.toLowerCase().includes(needle);
    });
}
