import type { ApiHeader, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Exchange } from '../exchange/exchange-state.ts';
import { readHeaderValue } from '../exchange/header-value.ts';
import type { MockAnswer } from '../exchange/message.ts';
import { originAsked } from '../handlers/rows/show/address.ts';
import { isObject } from '../model/json-read.ts';
import { makeValue } from './make-value.ts';

type HeaderFields = MockAnswer['headers'];

/**
 * The headers of an answer with those that the document requires: its example, else what the name
 * means, else a value of the schema. One that contradicts its schema is replaced.
 */
export function completeHeaders(
  exchange: Exchange,
  status: number,
  headers: HeaderFields,
): HeaderFields {
  const { operation } = exchange;
  const described = operation?.responseFor(status)?.headers ?? [];
  let full = headers;
  for (const header of described) {
    // What is sent already keeps its spelling, so that it is not sent twice.
    const name = nameIn(full, header.name) ?? header.name;
    const value = missingValue(exchange, header, full[name]);
    if (value !== undefined) full = { ...full, [name]: value };
  }
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  if (!isRedirect || nameIn(full, 'location') !== undefined) return full;
  const location = described.find(({ name }) => name.toLowerCase() === 'location');
  const made = location && madeHeader(exchange, location);
  return { ...full, Location: made ?? rootOf(exchange) };
}

function nameIn(headers: HeaderFields, wanted: string): string | undefined {
  if (Object.hasOwn(headers, wanted)) return wanted;
  const lower = wanted.toLowerCase();
  return Object.keys(headers).find((name) => name.toLowerCase() === lower);
}

/** What a header must be instead of what it is; absent when it may stay. */
function missingValue(
  exchange: Exchange,
  header: ApiHeader,
  sent: string | readonly string[] | undefined,
): string | undefined {
  const { core } = exchange;
  const isFine = sent === undefined ? !header.required : isValid(core, header, String(sent));
  if (isFine) return undefined;
  // Where a `Location` must be a whole address, that of a path is known.
  const whole = `${originAsked(exchange)}${sent}`;
  const isPath = sent !== undefined && String(sent).startsWith('/');
  return isPath && isValid(core, header, whole) ? whole : madeHeader(exchange, header);
}

function rootOf(exchange: Exchange): string {
  return `${originAsked(exchange)}${exchange.core.basePath}/`;
}

function isValid({ schemas, validators }: Core, { schema }: ApiHeader, text: string): boolean {
  const value = readHeaderValue(schemas, schema, text);
  return validators.check(schema, value, 'response').length === 0;
}

function madeHeader(exchange: Exchange, header: ApiHeader): string | undefined {
  const { core } = exchange;
  const { name, schema, example } = header;
  const lower = name.toLowerCase();
  const known = [example, usualValue(exchange, lower)].flatMap((value) =>
    value === undefined ? [] : [headerText(value)],
  );
  const fitting = known.find((text) => isValid(core, header, text));
  if (fitting !== undefined) return fitting;
  const made = makeValue(core, schema, { name: lower.replaceAll('-', '_') });
  return made === undefined ? undefined : headerText(made);
}

function usualValue(exchange: Exchange, lower: string): string | undefined {
  if (lower === 'retry-after') return '1';
  return lower === 'location' ? rootOf(exchange) : undefined;
}

// Style `simple` (OpenAPI 3.1, Header Object), and nothing that a header cannot hold.
function headerText(value: JsonValue): string {
  const flat = isObject(value) ? Object.entries(value).flat() : [value].flat();
  const texts = flat.map((part) =>
    typeof part === 'object' ? JSON.stringify(part) : String(part),
  );
  return texts
    .join(',')
    .replace(/[^\t\x20-\x7e]/g, '?')
    .trim();
}
