import type { ApiParameter, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Operation } from '../model/operation.ts';
import { faultSentence, type SchemaFault } from '../schema/schema-fault.ts';
import { type Readings, readPairs, readText, type Wanted } from '../wire/read-parameter.ts';
import type { Exchange } from './exchange-state.ts';
import type { FieldError } from './outcome.ts';
import { rawPathValue } from './raw-path-value.ts';
import { cookiePairs, decodeCookie } from './read-cookies.ts';
import { decodeQuery, type QueryPairs } from './read-query.ts';

/** Parameters in the types that the document gives them. */
export interface ParameterReading {
  readonly path: ReadonlyMap<string, JsonValue>;
  readonly query: ReadonlyMap<string, JsonValue>;
  readonly errors: readonly FieldError[];
}

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
    const wanted = { parameter, shape: core.wires.shapeOf(parameter.schema) };
    const readings = readingsOf(exchange, operation, { wanted, query });
    const { value, faults } = settle(core, parameter, readings);
    for (const fault of faults) errors.push(errorOf(core, parameter, fault));
    if (value === undefined) continue;
    if (parameter.in === 'path') path.set(parameter.name, value);
    if (parameter.in === 'query') queryValues.set(parameter.name, value);
  }
  return { path, query: queryValues, errors };
}

/** What was sent for a parameter, where it travels. */
function readingsOf(
  exchange: Exchange,
  operation: Operation,
  { wanted, query }: { readonly wanted: Wanted; readonly query: QueryPairs },
): Readings {
  const { name, in: place, isWholeQuery } = wanted.parameter;
  const { headers } = exchange.request;
  const all = operation.api.parameters;
  if (isWholeQuery)
    return exchange.query === '' ? [] : readText(wanted, exchange.query, decodeValue);
  if (place === 'query') return readPairs(wanted, { pairs: query, decode: decodeValue, all });
  if (place === 'header') return readHeader(wanted, headers[name.toLowerCase()]);
  if (place === 'path') {
    const raw = rawPathValue(exchange, operation, name);
    return raw === undefined ? [] : readText(wanted, raw, decodeURIComponent);
  }
  const decode = wanted.parameter.style === 'cookie' ? asItIs : decodeCookie;
  const isObject = wanted.shape.types.has('object') && wanted.parameter.explode;
  return readPairs(wanted, { pairs: cookiePairs(headers['cookie'], name, isObject), decode, all });
}

// Several headers of one name are one list (RFC 9110 §5.3).
function readHeader(wanted: Wanted, values: readonly string[] | undefined): Readings {
  const [first, ...more] = values ?? [];
  if (first === undefined) return [];
  if (more.length > 0 && !wanted.shape.isStructured) {
    return { code: 'unique_items', message: 'must be given once' };
  }
  return readText(wanted, [first, ...more].join(','), (text) => text.trim());
}

interface Settled {
  readonly value: JsonValue | undefined;
  readonly faults: readonly SchemaFault[];
}

const none: readonly SchemaFault[] = [];

/** The first reading that the schema accepts, else what is wrong with the likeliest. */
function settle(core: Core, parameter: ApiParameter, readings: Readings): Settled {
  const { required, schema } = parameter;
  if ('code' in readings) return { value: undefined, faults: [{ pointer: '', ...readings }] };
  if (readings.length === 0) {
    return required
      ? { value: undefined, faults: [missing] }
      : { value: core.schemas.defaultOf(schema), faults: none };
  }
  if (parameter.allowEmptyValue === true && readings[0] === '') return { value: '', faults: none };
  let likeliest: Settled | undefined;
  for (const reading of readings) {
    const value = core.wires.typed(schema, reading);
    const faults = core.validators.check(schema, value, 'request');
    if (faults.length === 0) return { value, faults };
    likeliest ??= { value, faults };
  }
  return likeliest ?? { value: undefined, faults: none };
}

const missing: SchemaFault = { pointer: '', code: 'required', message: 'is required' };

function errorOf({ keyPolicy }: Core, parameter: ApiParameter, fault: SchemaFault): FieldError {
  const { name, in: place } = parameter;
  const steps = fault.pointer.split('/').slice(1);
  const subject = name + steps.map((step) => `[${step}]`).join('');
  const message = faultSentence(subject, fault);
  // The Product API says no place: its names are unique.
  return {
    parameter: name,
    ...(keyPolicy.enforced ? {} : { in: place }),
    code: fault.code,
    message,
  };
}

// readQuery has refused what cannot be decoded.
function decodeValue(raw: string): string {
  return decodeQuery(raw) ?? raw;
}

function asItIs(text: string): string {
  return text;
}
