import type { ApiParameter, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Operation } from '../model/operation.ts';
import { coerce, coerceList } from '../schema/coerce.ts';
import { faultSentence } from '../schema/schema-fault.ts';
import { itemSchema } from '../schema/schema-shape.ts';
import type { Exchange } from './exchange-state.ts';
import type { FieldError } from './outcome.ts';
import { decodeQuery, type QueryPairs } from './read-query.ts';

/** Parameters in the types that the document gives them. */
export interface ParameterReading {
  readonly path: ReadonlyMap<string, JsonValue>;
  readonly query: ReadonlyMap<string, JsonValue>;
  readonly errors: readonly FieldError[];
}

// OpenAPI 3.1, Parameter Object: these three are described elsewhere.
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** Reads and checks every parameter that the operation describes; others are ignored. */
export function checkParameters(
  exchange: Exchange,
  operation: Operation,
  query: QueryPairs,
): ParameterReading {
  const { core } = exchange;
  const path = new Map<string, JsonValue>();
  const queryValues = new Map<string, JsonValue>();
  const errors: FieldError[] = [];
  for (const parameter of operation.api.parameters) {
    if (parameter.in === 'header' && ignoredHeaders.has(parameter.name.toLowerCase())) continue;
    const raw = rawValues(exchange, operation, { parameter, query });
    const { value, errors: found } = checkParameter(core, parameter, raw);
    errors.push(...found);
    if (value === undefined) continue;
    if (parameter.in === 'path') path.set(parameter.name, value);
    if (parameter.in === 'query') queryValues.set(parameter.name, value);
  }
  return { path, query: queryValues, errors };
}

/** The texts that were sent for a parameter, decoded; a list in one text is already split. */
function rawValues(
  { request, route }: Exchange,
  { pathNames }: Operation,
  { parameter, query }: { readonly parameter: ApiParameter; readonly query: QueryPairs },
): readonly string[] {
  const { name, style, explode } = parameter;
  if (parameter.in === 'path') {
    const value = route?.values[pathNames.indexOf(name)];
    return value === undefined ? [] : [value];
  }
  if (parameter.in === 'header') return request.headers[name.toLowerCase()] ?? [];
  if (parameter.in === 'cookie') return cookieValues(request.headers['cookie'], name);
  const separator = explode ? undefined : separators[style];
  return query
    .filter(([key]) => key === name || (explode && key === `${name}[]`))
    .flatMap(([, raw]) => (separator === undefined ? [raw] : raw.split(separator)))
    .map((raw) => decodeQuery(raw) ?? '');
}

const separators: { readonly [style: string]: RegExp } = {
  form: /,/,
  spaceDelimited: /\+|%20/,
  pipeDelimited: /\||%7C/i,
};

function cookieValues(headers: readonly string[] | undefined, name: string): readonly string[] {
  return (headers ?? [])
    .flatMap((header) => header.split(/; */))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

interface Checked {
  readonly value: JsonValue | undefined;
  readonly errors: readonly FieldError[];
}

function checkParameter(core: Core, parameter: ApiParameter, raw: readonly string[]): Checked {
  const { name, required, schema } = parameter;
  if (raw.length === 0) {
    if (!required) return { value: core.schemas.defaultOf(schema), errors: [] };
    const message = `${name} is required.`;
    return { value: undefined, errors: [{ parameter: name, code: 'required', message }] };
  }
  const isList = core.schemas.typesOf(schema).includes('array');
  if (!isList && raw.length > 1) {
    const message = `${name} must be given once.`;
    return { value: undefined, errors: [{ parameter: name, code: 'unique_items', message }] };
  }
  const value = readValue(core, parameter, raw);
  const faults = core.validators.check(schema, value, 'request');
  return {
    value,
    errors: faults.map((fault) => ({
      parameter: name,
      code: fault.code,
      message: faultSentence(name, fault),
    })),
  };
}

function readValue(
  core: Core,
  { schema, in: place }: ApiParameter,
  raw: readonly string[],
): JsonValue {
  const types = core.schemas.typesOf(schema);
  if (!types.includes('array')) return coerce(raw[0] ?? '', types);
  const texts = place === 'query' ? raw : raw.flatMap((text) => text.split(/ *, */));
  return coerceList(texts, core.schemas.typesOf(itemSchema(core.schemas.resolve(schema))));
}
