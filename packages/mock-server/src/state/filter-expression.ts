import type { JsonObject, JsonValue } from '@product/spec-model';
import { ownValue } from '../model/json-read.ts';
import { comparisonNamed } from './filter-operators.ts';

type Filter = (row: JsonObject) => boolean;

// An expression of more than that would take long to read.
const maxLength = 1000;
const signs: { readonly [sign: string]: string } = {
  ...{ '=': 'eq', '==': 'eq', ':': 'eq', '!=': 'ne', '<>': 'ne' },
  ...{ '<': 'lt', '>': 'gt', '<=': 'le', '>=': 'ge' },
};

const value = /(?:'((?:[^']|'')*)'|"([^"]*)"|([^\s'"(),]+))/.source;
const name = /([A-Za-z_][\w./]*)/.source;
/** `total ge 5`, `name = "Ada"`, `status:open`. */
const comparison = new RegExp(
  `\\s*${name}(?:\\s+(eq|ne|gt|ge|lt|le|in)\\s+|\\s*(<=|>=|==|!=|<>|=|:|<|>)\\s*)${value}\\s*`,
  'iy',
);
/** `contains(name,'da')`, as OData writes it. */
const call = new RegExp(
  `\\s*(contains|startswith|endswith)\\(\\s*${name}\\s*,\\s*${value}\\s*\\)\\s*`,
  'iy',
);
const connective = /(and|or|&&|\|\|)\b\s*/iy;

/**
 * Reads an expression of comparisons, as OData and Google's APIs have them: `and` binds closer than
 * `or`.
 *
 * @param find - The property that a name means.
 * @returns Absent for what is not understood whole, which filters nothing: parentheses, `not`,
 * functions other than on texts, names of no property.
 */
export function readExpression(
  text: string,
  find: (name: string) => string | undefined,
): Filter | undefined {
  if (text.length > maxLength) return undefined;
  const groups: Filter[][] = [[]];
  for (let at = 0; ; ) {
    const read = readTerm(text, at, find);
    if (read === undefined) return undefined;
    groups.at(-1)?.push(read.filter);
    if (read.end === text.length) break;
    connective.lastIndex = read.end;
    const word = connective.exec(text)?.[1]?.toLowerCase();
    if (word === undefined) return undefined;
    if (word === 'or' || word === '||') groups.push([]);
    at = connective.lastIndex;
  }
  return (row) => groups.some((group) => group.every((filter) => filter(row)));
}

interface Term {
  readonly filter: Filter;
  /** Where it ends. */
  readonly end: number;
}

function readTerm(
  text: string,
  at: number,
  find: (name: string) => string | undefined,
): Term | undefined {
  call.lastIndex = at;
  const [called, by = '', of = '', ...given] = call.exec(text) ?? [];
  if (called !== undefined) {
    return termOf({ by, property: find(of), wanted: wantedOf(given), end: at + called.length });
  }
  comparison.lastIndex = at;
  const [compared, named = '', word, sign = '', ...values] = comparison.exec(text) ?? [];
  if (compared === undefined) return undefined;
  const operator = word ?? signs[sign] ?? '';
  const end = at + compared.length;
  return termOf({ by: operator, property: find(named), wanted: wantedOf(values), end });
}

interface Read {
  readonly by: string;
  readonly property: string | undefined;
  readonly wanted: JsonValue;
  readonly end: number;
}

function termOf({ by, property, wanted, end }: Read): Term | undefined {
  const compare = comparisonNamed(by);
  if (compare === undefined || property === undefined) return undefined;
  return { filter: (row) => compare(ownValue(row, property), wanted), end };
}

// What stands in quotes is a text; a quote in it is doubled.
function wantedOf([single, double, bare = '']: readonly (string | undefined)[]): JsonValue {
  return (
    single?.replaceAll("''", "'") ?? double ?? (/^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare)
  );
}
