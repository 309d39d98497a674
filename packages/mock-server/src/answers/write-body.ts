import type { JsonSchema, JsonValue } from '@product/spec-model';
import type { Outcome } from '../exchange/outcome.ts';
import { asText, isObject } from '../model/json-read.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { kindOf, type MediaKind } from './media-type.ts';
import { placeholderBody } from './placeholder.ts';
import { writeXml } from './write-xml.ts';

/** What is to be written, and what says how. */
export interface Draft {
  readonly schemas: SchemaReader;
  readonly schema: JsonSchema | undefined;
  /** Absent when there is nothing but the media type to go by. */
  readonly data: JsonValue | undefined;
}

type Writer = (data: JsonValue, draft: Draft) => string | Uint8Array;

const writers: { readonly [kind in MediaKind]?: Writer } = {
  json: (data) => JSON.stringify(data),
  'json-lines': (data) =>
    listOf(data)
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join(''),
  events: (data) => listOf(data).map(writeEvent).join(''),
  xml: (data, { schemas, schema }) => writeXml(schemas, schema, data),
  csv: writeCsv,
  form: writeForm,
};

/**
 * A body in the form of its media type.
 *
 * @remarks A text is sent as it is, in JSON between quotes. What has no form in the type, such as
 * an object in an image, is sent as a placeholder of that type.
 * @param mediaType - Concrete, perhaps with parameters.
 */
export function writeBody(mediaType: string, draft: Draft): string | Uint8Array {
  const { data } = draft;
  const kind = kindOf(mediaType);
  if (typeof data === 'string' && kind !== 'json' && !isBareEvent(kind, data)) return data;
  const writer = data === undefined ? undefined : writers[kind];
  if (writer !== undefined && data !== undefined) return writer(data, draft);
  if (kind === 'text' && data !== undefined) return JSON.stringify(data);
  if (kind === 'html' || kind === 'binary') {
    return placeholderBody((mediaType.split(';')[0] ?? '').trim().toLowerCase());
  }
  return kind === 'json' ? '{}' : '';
}

/**
 * The parts of an outcome that say what its body is and how it is written.
 *
 * @param mediaType - Concrete; JSON is left to be written when the answer leaves.
 */
export function writtenAs(mediaType: string, draft: Draft): Pick<Outcome, 'body' | 'written'> {
  const { data } = draft;
  const isJson = kindOf(mediaType) === 'json' && data !== undefined;
  const payload = isJson ? {} : { payload: writeBody(mediaType, draft) };
  // A text in a type that is not JSON is the body itself, not the data that the schema describes.
  const isText = typeof data === 'string' && !isJson;
  const body = data === undefined || isText ? {} : { body: data };
  return { ...body, written: { mediaType, ...payload } };
}

function listOf(data: JsonValue): readonly JsonValue[] {
  return Array.isArray(data) ? data : [data];
}

// A made text is what an event says, an example of a stream is written as one.
function isBareEvent(kind: MediaKind, text: string): boolean {
  return kind === 'events' && !/^(?:data|event|id|retry)?:/m.test(text);
}

const eventFields = ['event', 'id', 'retry'] as const;

// HTML §9.2.6: an object with `data` is an event, anything else is the data of one.
function writeEvent(entry: JsonValue): string {
  const isEvent = isObject(entry) && entry['data'] !== undefined;
  const fields = isEvent
    ? eventFields.flatMap((name) => (entry[name] === undefined ? [] : `${name}: ${entry[name]}\n`))
    : [];
  const data = isEvent ? entry['data'] : entry;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${[...fields, ...lines].join('')}\n`;
}

// RFC 4180, with a header line of the first row's names.
function writeCsv(data: JsonValue): string {
  const rows = listOf(data);
  const [first] = rows;
  if (!isObject(first))
    return rows.map((row) => `${listOf(row).map(csvCell).join(',')}\r\n`).join('');
  const names = Object.keys(first);
  const lines = rows.map((row) => names.map((name) => csvCell(isObject(row) ? row[name] : null)));
  return [names.map(csvCell), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(value: JsonValue | undefined): string {
  const text = plainText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeForm(data: JsonValue): string {
  const pairs = isObject(data) ? Object.entries(data) : [];
  return new URLSearchParams(pairs.map(([name, value]) => [name, plainText(value)])).toString();
}

function plainText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : asText(value, String(value));
}
