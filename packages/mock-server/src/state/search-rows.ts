import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { choicesOf } from '../data/described-choices.ts';
import { snakeCase } from '../data/snake-case.ts';
import { namesState } from '../data/state-after.ts';
import { isObject, ownValue } from '../model/json-read.ts';
import type { SchemaReader, SchemaShape } from '../schema/schema-shape.ts';
import { comparisonNamed, rangeNamed } from './filter-operators.ts';

type Filter = (row: JsonObject) => boolean;

/** What a search is held against. */
export interface SearchRules {
  readonly schemas: SchemaReader;
  /** The properties of a row. */
  readonly shape: SchemaShape;
  /** The properties whose texts are searched. */
  readonly prose: readonly string[];
  /** The property that a name means; absent when it means none. */
  readonly find: (name: string) => string | undefined;
  /** The test that a property is a value; absent when every value will do. */
  readonly equal: (property: string, wanted: JsonValue) => Filter | undefined;
}

// A search of many quotes would take long to read.
const maxSearch = 1000;

/** `urgent`, `"two words"`, `status:open`, `-label:bug`, `total>5`, `email:'a@example.com'`. */
const term = /(-?)(?:([\w.[\]'"-]+?)(:?[<>]=?|[:~]))?(?:"([^"]*)"|'([^']*)'|([^\s"'<>][^\s"']*))/g;

/**
 * The test that a row passes when it has what a search asks for.
 *
 * @remarks Words are looked for in texts. `name:value` asks for a property, and `is:open` for one that
 * can be that; `>`, `<` and `1..5` compare; `-` and `NOT` are the opposite; `OR` stands between
 * alternatives. A name that means nothing asks for nothing, but for a value with a slash, such as
 * `repo:octocat/hello`: that is looked for in the row's addresses.
 */
export function searchFilter(rules: SearchRules, text: string): Filter {
  const groups: Filter[][] = [[]];
  let isNot = false;
  for (const [whole, sign, name, by, ...values] of text.slice(0, maxSearch).matchAll(term)) {
    const wanted = values.find((value) => value !== undefined) ?? '';
    if (/^(AND|OR|NOT)$/i.test(whole)) {
      if (/^OR$/i.test(whole)) groups.push([]);
      isNot = /^NOT$/i.test(whole);
      continue;
    }
    const filter =
      name === undefined
        ? textFilter(rules.prose, wanted)
        : qualified(rules, { name, by: by ?? ':', wanted });
    const isOpposite = isNot !== (sign === '-');
    if (filter !== undefined) {
      groups.at(-1)?.push(isOpposite ? (row): boolean => !filter(row) : filter);
    }
    isNot = false;
  }
  return (row) => groups.some((group) => group.every((filter) => filter(row)));
}

interface Term {
  readonly name: string;
  /** `:`, `~`, or a comparison. */
  readonly by: string;
  readonly wanted: string;
}

function qualified(rules: SearchRules, { name, by, wanted }: Term): Filter | undefined {
  const [, holder = '', member = ''] = /^(\w+)\[['"]?(.+?)['"]?\]$/.exec(name) ?? [];
  const property = rules.find(holder === '' ? name : holder);
  if (property === undefined) return by === ':' ? unnamed(rules, name, wanted) : undefined;
  if (holder !== '') return (row) => memberOf(ownValue(row, property), member) === wanted;
  if (by === '~') return textFilter([property], wanted);
  const compared = comparedBy(by === ':' ? '' : by.replace(':', ''), wanted);
  if (compared === undefined) return rules.equal(property, wanted);
  return (row) => compared(ownValue(row, property));
}

function memberOf(value: JsonValue | undefined, member: string): string | undefined {
  const held = isObject(value) ? ownValue(value, member) : undefined;
  return held === undefined ? undefined : String(held);
}

const signs: { readonly [sign: string]: string } = {
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
};

type Test = (value: JsonValue | undefined) => boolean;

// `>5` may stand before the value as well as in the place of the colon.
function comparedBy(sign: string, wanted: string): Test | undefined {
  const [, before = sign, value = ''] = /^([<>]=?)?(.*)$/s.exec(wanted) ?? [];
  const compare = comparisonNamed(signs[before] ?? '');
  if (compare !== undefined) return (held) => compare(held, value);
  const [, from, to] = /^([\w:.+-]+?|\*)\.\.([\w:.+-]+|\*)$/.exec(wanted) ?? [];
  const [least, most] = [rangeNamed('gte'), rangeNamed('lte')];
  if (from === undefined || to === undefined || least === undefined || most === undefined) {
    return undefined;
  }
  return (held) => (from === '*' || least(held, from)) && (to === '*' || most(held, to));
}

function unnamed(rules: SearchRules, name: string, wanted: string): Filter | undefined {
  if (name === 'is') return being(rules, wanted);
  const held = name === 'no' || name === 'has' ? rules.find(wanted) : undefined;
  if (held !== undefined) return (row) => isNothing(ownValue(row, held)) === (name === 'no');
  return wanted.includes('/') ? (row) => isAddressed(row, wanted.toLowerCase()) : undefined;
}

// `is:open` is a state, `is:locked` a flag, `is:merged` an instant at which it came to be so.
function being({ schemas, shape, equal }: SearchRules, wanted: string): Filter | undefined {
  for (const [name, schema] of shape.properties) {
    const isChoice = choicesOf(schemas, schema).includes(wanted);
    if (isChoice || tellsState(schemas, { name, schema }, wanted)) return equal(name, wanted);
  }
  const flag = snakeCase(wanted);
  const found = [...shape.properties.keys()].find((name) =>
    [flag, `is_${flag}`, `${flag}_at`].includes(snakeCase(name)),
  );
  if (found === undefined) return undefined;
  return (row) => !isNothing(ownValue(row, found)) && ownValue(row, found) !== false;
}

// A state whose choices stand only in a sentence.
function tellsState(
  schemas: SchemaReader,
  { name, schema }: { readonly name: string; readonly schema: JsonSchema },
  wanted: string,
): boolean {
  if (!namesState(snakeCase(name)) || !/^\w+$/.test(wanted)) return false;
  const { description, example } = schemas.resolve(schema);
  return `${description} ${example}`.split(/\W+/).includes(wanted);
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isAddressed(row: JsonObject, wanted: string): boolean {
  return Object.values(row).some((value) => {
    const text = typeof value === 'string' ? value.toLowerCase() : '';
    return text === wanted || `${text}/`.includes(`/${wanted}/`);
  });
}

function textFilter(properties: readonly string[], wanted: string): Filter {
  const lower = wanted.toLowerCase();
  return (row) =>
    properties.some((name) => {
      const value = ownValue(row, name);
      return typeof value === 'string' && value.toLowerCase().includes(lower);
    });
}
