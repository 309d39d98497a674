import type { ApiParameter } from '@product/spec-model';
import { parseJson } from '../exchange/parse-json.ts';
import { buildTree, type Field, splitName } from './build-tree.ts';
import { type Decode, isDelimited, splitList, splitMembers, stripStyle } from './split-style.ts';
import { isNamed, type Wire } from './wire.ts';
import type { WireShape } from './wire-shape.ts';

/** A parameter, and what its schema says of texts. */
export interface Wanted {
  readonly parameter: ApiParameter;
  readonly shape: WireShape;
}

/**
 * The ways to read what was sent for a parameter, the likeliest first; none when nothing was sent.
 * A fault when it cannot be read in any way.
 */
export type Readings = readonly Wire[] | ReadingFault;

/** Why a parameter cannot be read. */
export interface ReadingFault {
  readonly code: string;
  /** For people, without a subject: `must be given once`. */
  readonly message: string;
}

const nothing: readonly Wire[] = [];
const repeated: ReadingFault = { code: 'unique_items', message: 'must be given once' };
const notJson: ReadingFault = { code: 'format', message: 'must be valid JSON' };
const tooDeep: ReadingFault = { code: 'max_depth', message: 'must not nest deeper than 32 levels' };

/** Texts with names, such as a query or cookies. */
export interface Pairs {
  readonly pairs: readonly (readonly [name: string, raw: string])[];
  /** Undoes the encoding of a value. */
  readonly decode: Decode;
  /** The parameters of the operation: what they claim is no member of an exploded object. */
  readonly all: readonly ApiParameter[];
}

/** Reads a parameter from texts with names: query parameters and cookies. */
export function readPairs(wanted: Wanted, source: Pairs): Readings {
  const { parameter, shape } = wanted;
  const { pairs, decode } = source;
  if (pairs.length === 0) return nothing;
  if (shape.isStructured || parameter.style === 'deepObject') {
    const nested = readBracketed(parameter.name, source);
    if ('code' in nested || nested.length > 0) return nested;
  }
  const exact: string[] = [];
  for (const [name, raw] of pairs) if (name === parameter.name) exact.push(raw);
  const [first, second] = exact;
  if (first === undefined) return readExploded(wanted, source);
  if (parameter.contentType !== undefined)
    return readContent(parameter.contentType, exact.map(decode));
  if (second !== undefined) return readRepeated(wanted, exact, decode);
  return isOneText(parameter) ? readText(wanted, first, decode) : [decode(first)];
}

/**
 * Reads a parameter that is one text, as in a path or header.
 *
 * @param raw - As it was sent.
 * @param decode - Undoes the encoding of a part, once it was split off.
 */
export function readText({ parameter, shape }: Wanted, raw: string, decode: Decode): Readings {
  const whole = decode(stripStyle(raw, parameter));
  if (parameter.contentType !== undefined) return readContent(parameter.contentType, [whole]);
  const { types } = shape;
  if (!shape.isStructured) return [whole];
  const isSplit = isDelimited(raw, parameter);
  const mayBeWhole = [...types].some((type) => type !== 'array' && type !== 'object');
  const readings: Wire[] = mayBeWhole && !isSplit ? [whole] : [];
  if (types.has('array')) {
    readings.push(splitList(raw, parameter, decode));
    // Encoders that know nothing of styles encode the delimiter, too.
    if (!isSplit) readings.push(splitList(decode(raw), parameter, (text) => text));
  }
  const members = types.has('object') ? splitMembers(raw, parameter, decode) : undefined;
  if (members !== undefined) readings.push(members);
  return readings.length > 0 && !isSplit ? readings : [...readings, whole];
}

function isOneText({ style, explode }: ApiParameter): boolean {
  return !explode && style !== 'deepObject';
}

function readRepeated(
  { parameter, shape }: Wanted,
  raw: readonly string[],
  decode: Decode,
): Readings {
  if (!shape.types.has('array')) return repeated;
  if (!isOneText(parameter)) return [raw.map(decode)];
  return [raw.flatMap((text) => splitList(text, parameter, decode))];
}

/** Fields named with brackets: `filter[a][b]=`, `ids[]=`, `ids[0]=`, whatever the style is. */
function readBracketed(name: string, { pairs, decode }: Pairs): Readings {
  const base = name.endsWith('[]') ? name.slice(0, -2) : name;
  const start = `${base}[`;
  if (!pairs.some(([key]) => key.startsWith(start))) return nothing;
  const all = pairs.filter(([key]) => key === base || key.startsWith(start));
  const tree = buildTree(all.map(([key, raw]): Field => [key, decode(raw)]));
  if (tree === undefined) return tooDeep;
  const value = atPath(tree, splitName(base));
  return value === undefined ? [] : [value];
}

function atPath(tree: Wire, path: readonly string[]): Wire | undefined {
  let here: Wire | undefined = tree;
  for (const step of path) here = here !== undefined && isNamed(here) ? here.get(step) : undefined;
  return here;
}

// An exploded object has no name on the wire: its members stand where parameters do.
function readExploded({ parameter, shape }: Wanted, { pairs, decode, all }: Pairs): Readings {
  const { style, explode } = parameter;
  if (!shape.types.has('object') || !explode || !/^(form|cookie)$/.test(style)) return nothing;
  const isClaimed = (name: string): boolean =>
    all.some((other) => other.name === name && other.in === parameter.in);
  const takesAll = shape.isOpen || [...shape.names()].length === 0;
  const isMember = (name: string): boolean => shape.has(name) || (takesAll && !isClaimed(name));
  const fields = pairs.filter(([name]) => isMember(splitName(name)[0] ?? ''));
  const tree = buildTree(fields.map(([name, raw]): Field => [name, decode(raw)]));
  if (tree === undefined) return tooDeep;
  return tree.size === 0 ? [] : [tree];
}

function readContent(contentType: string, texts: readonly string[]): Readings {
  const [text = '', more] = texts;
  if (more !== undefined) return repeated;
  if (!/[/+]json\b/i.test(contentType)) return [text];
  const parsed = parseJson(text);
  return 'value' in parsed ? [{ data: parsed.value }] : notJson;
}
