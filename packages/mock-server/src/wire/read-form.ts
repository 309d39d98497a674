import type { ApiContent, ApiEncoding } from '@product/spec-model';
import { parseJson } from '../exchange/parse-json.ts';
import { decodeQuery, readQuery } from '../exchange/read-query.ts';
import { buildTree, type Field, splitName } from './build-tree.ts';
import { splitList, splitMembers } from './split-style.ts';
import type { WireReader } from './type-wire.ts';
import type { Wire } from './wire.ts';
import type { WireShape } from './wire-shape.ts';

/** What a form holds, not typed yet, or why it cannot be read. */
export type FormReading = { readonly value: Wire } | { readonly fault: string };

/**
 * A form body as an object, nested as the brackets of its names say and as the encoding of its
 * properties does.
 *
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export function readForm(
  reader: WireReader,
  { schema, encoding = {} }: Pick<ApiContent, 'schema' | 'encoding'>,
  text: string,
): FormReading {
  const pairs = readQuery(text);
  if ('fault' in pairs) return { fault: `the form ${pairs.fault}` };
  const shape = reader.shapeOf(schema);
  const fields = pairs.map(([name, raw]): Field => {
    const [property = name] = shape.has(name) ? [name] : splitName(name);
    const how = Object.hasOwn(encoding, property) ? encoding[property] : undefined;
    if (how === undefined) return [name, decode(raw)];
    const { types } = reader.shapeOf(shape.propertyOf(property));
    return [name, readEncoded(raw, types, { how, name })];
  });
  return assembleForm(fields, shape);
}

/** Puts the fields of a form together. */
export function assembleForm(fields: Iterable<Field>, shape: WireShape): FormReading {
  const value = buildTree(fields, (name) => shape.has(name));
  return value === undefined ? { fault: 'the form nests deeper than 32 levels' } : { value };
}

function readEncoded(
  raw: string,
  types: ReadonlySet<string>,
  { how, name }: { readonly how: ApiEncoding; readonly name: string },
): Wire {
  const text = decode(raw);
  if (how.contentType !== undefined && /[/+]json\b/i.test(how.contentType)) {
    const parsed = parseJson(text);
    return 'value' in parsed ? { data: parsed.value } : text;
  }
  const { style = 'form', explode = style === 'form' } = how;
  if (explode || style === 'deepObject') return text;
  if (types.has('array')) return splitList(raw, { name, style, explode }, decode);
  if (!types.has('object')) return text;
  return splitMembers(raw, { name, style, explode }, decode) ?? text;
}

// readQuery has refused what cannot be decoded.
function decode(raw: string): string {
  return decodeQuery(raw) ?? raw;
}
