import type { JsonObject, JsonValue } from '@product/spec-model';
import { snakeCase } from '../data/snake-case.ts';
import { isObject, ownValue } from '../model/json-read.ts';
import { itemSchema, type SchemaReader, type SchemaShape } from '../schema/schema-shape.ts';
import { readExpression } from './filter-expression.ts';
import {
  type Comparison,
  comparisonNamed,
  holds,
  rangeNamed,
  textsOf,
} from './filter-operators.ts';
import { type SearchRules, searchFilter } from './search-rows.ts';

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
 * `createdAfter`, `min_price`, `created[gte]`, `since`), another comparison (`name_contains`,
 * `status[ne]`), or an expression (`filter=total gt 5 and status eq 'open'`). What names no property
 * filters nothing.
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
  if (rules.search.includes(name)) return searched(rules, String(wanted));
  if (isObject(wanted)) return nestedFilter(rules, name, wanted);
  // A parameter may be called `created[gte]` in so many letters.
  const [, holder, member = '', rest = ''] = /^([^[\]]+)\[([^[\]]+)\](.*)$/.exec(name) ?? [];
  if (holder !== undefined) return nestedFilter(rules, holder, { [member + rest]: wanted });
  const property = findProperty(rules, name);
  if (property !== undefined) return equalFilter(rules, property, wanted);
  const [, outer = '', inner = ''] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  if (inner !== '') return dottedFilter(rules, [outer, inner], wanted);
  if (expressionNames.test(name)) return expressionFilter(rules, String(wanted));
  const compared = comparedBy(rules, snakeCase(name));
  if (compared !== undefined) return compareFilter(compared.property, compared.by, wanted);
  return joinedFilter(rules, snakeCase(name), wanted);
}

const expressionNames = /^\$?(filter|filters|where)$/i;

function expressionFilter(rules: FilterRules, text: string): Filter | undefined {
  return readExpression(text, (name) => findProperty(rules, name.split('/').at(-1) ?? name));
}

// `created[gte]=…&created[lt]=…`, and `filter[status]=open`.
function nestedFilter(rules: FilterRules, name: string, wanted: JsonObject): Filter | undefined {
  const property = findProperty(rules, name);
  const filters = Object.entries(wanted).map(([member, value]) => {
    if (property === undefined) return filterFor(rules, member, value);
    const by = comparisonNamed(member);
    if (by !== undefined) return compareFilter(property, by, value);
    const within = innerFilter(rules, property, [member, value]);
    if (within !== undefined) return within;
    return (row: JsonObject) => memberEquals(ownValue(row, property), member, value);
  });
  const all = filters.filter((filter) => filter !== undefined);
  return all.length === 0 ? undefined : (row) => all.every((filter) => filter(row));
}

// `address.city=Oslo`; `filter.city` is a city.
function dottedFilter(
  rules: FilterRules,
  [outer, inner]: readonly [string, string],
  wanted: JsonValue,
): Filter | undefined {
  const isMember = findProperty(rules, outer) !== undefined || expressionNames.test(outer);
  return isMember ? nestedFilter(rules, outer, { [inner]: wanted }) : undefined;
}

// `address_city=Oslo`, where an address is an object that has a city.
function joinedFilter(rules: FilterRules, name: string, wanted: JsonValue): Filter | undefined {
  const words = name.split('_');
  for (let at = 1; at < words.length; at++) {
    const outer = words.slice(0, at).join('_');
    const holder = [...rules.shape.properties.keys()].find((one) => snakeCase(one) === outer);
    const rest = words.slice(at).join('_');
    const found = holder === undefined ? undefined : innerFilter(rules, holder, [rest, wanted]);
    if (found !== undefined) return found;
  }
  return undefined;
}

// What an object in the row, or one of several, has to pass.
function innerFilter(
  rules: FilterRules,
  property: string,
  [member, wanted]: readonly [string, JsonValue],
): Filter | undefined {
  const { schemas } = rules;
  const schema = rules.shape.properties.get(property) ?? {};
  const shape = schemas.shapeOf(itemSchema(schemas.resolve(schema)) ?? schema);
  if (shape.properties.size === 0) return undefined;
  const filter = filterFor({ ...rules, shape, search: [] }, member, wanted);
  if (filter === undefined) return undefined;
  return (row) => {
    const held = ownValue(row, property);
    return (Array.isArray(held) ? held : [held]).some((one) => isObject(one) && filter(one));
  };
}

function memberEquals(value: JsonValue | undefined, member: string, wanted: JsonValue): boolean {
  return isObject(value) && String(ownValue(value, member)) === String(wanted);
}

function compareFilter(property: string, by: Comparison, wanted: JsonValue): Filter {
  return (row) => by(ownValue(row, property), wanted);
}

interface Compared {
  readonly property: string;
  readonly by: Comparison;
}

// `due_before`, `min_price`, `name_contains`, `price__gte`, and `since` alone.
function comparedBy(rules: FilterRules, name: string): Compared | undefined {
  const words = name.split('_').filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isAlone = words.length === 1 && /^(since|until|before|after|from|to)$/.test(name);
  if (words.length === 1 && !isAlone) return undefined;
  const behind = isAlone ? rangeNamed(name) : comparisonNamed(last);
  const by = behind ?? rangeNamed(first);
  const base = isAlone ? [] : behind === undefined ? words.slice(1) : words.slice(0, -1);
  const property = by && findRanged(rules, base.join('_'));
  return by && property !== undefined ? { property, by } : undefined;
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

function equalFilter(rules: FilterRules, property: string, wanted: JsonValue): Filter | undefined {
  const texts = textsOf(wanted);
  const { enum: choices } = rules.schemas.resolve(rules.shape.properties.get(property));
  // `state=all` is a choice of the parameter, and none of the property.
  const everything = [...texts].some((one) => /^(all|any|\*)$/.test(one));
  if (everything && !(Array.isArray(choices) && choices.some((one) => texts.has(String(one))))) {
    return undefined;
  }
  return (row) => holds(ownValue(row, property), texts);
}

function searched(rules: FilterRules, text: string): Filter {
  const find = (name: string): string | undefined => findProperty(rules, name);
  const equal: SearchRules['equal'] = (property, wanted) => equalFilter(rules, property, wanted);
  return searchFilter({ ...rules, find, equal }, text);
}
