import type { JsonSchema } from '@product/spec-model';
import { keepIn } from '../model/keep-in.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { type FoundRows, findList, findRow, isArray } from './find-rows.ts';
import { type PathPart, type PathParts, readPath, rowsWord, templateOf } from './read-path.ts';
import { type RowKind, readRowKind } from './row-kind.ts';

/** What an operation answers, as far as rows go. */
export interface Answer {
  /** `nothing`: no body; `other`: a body that is no object in JSON, or whose form is not said. */
  readonly kind: 'list' | 'row' | 'nothing' | 'other';
  /** The schema of the whole body; absent when there is none. */
  readonly schema?: JsonSchema;
  /** Set for `list` and `row`. */
  readonly found?: FoundRows;
  /** What a row looks like; absent for a list of words, say. */
  readonly row?: RowKind;
}

/** What an operation takes. */
export interface Sent {
  readonly found: FoundRows;
  readonly row: RowKind;
  /** Set when the body is a list of rows. */
  readonly isMany: boolean;
}

/** An operation, read for what it says about rows. */
export interface Reading {
  readonly operation: Operation;
  readonly parts: readonly PathPart[];
  readonly answer: Answer;
  readonly sent: Sent | undefined;
}

/** All operations of one path. */
export interface Place {
  /** As in `readPath`. */
  readonly key: string;
  readonly parts: readonly PathPart[];
  /** The path template of the document. */
  readonly template: string;
  readonly readings: readonly Reading[];
}

/** Reads all operations and sorts them by path. */
export function surveyPlaces(
  schemas: SchemaReader,
  operations: readonly Operation[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place & { readonly readings: Reading[] }>();
  const paths = new Map<string, PathParts>();
  for (const operation of operations) {
    const { path: template } = operation;
    const { parts, key } = keepIn(paths, template, () => readPath(template));
    const place = keepIn(places, key, () => ({ key, parts, template, readings: [] }));
    place.readings.push(readOperationRows(schemas, operation, parts));
  }
  return places;
}

/** The reading of a method at a place. */
export function readingOf(place: Place | undefined, method: string): Reading | undefined {
  return place?.readings.find(({ operation }) => operation.method === method);
}

/** Names of the parameters among the pieces of a path. */
export function parametersOf(parts: readonly PathPart[]): readonly string[] {
  return parts.filter(({ kind }) => kind === 'parameter').map(({ text }) => text);
}

/** The name of the collection at a path: its template in the document, else the one put together. */
export function nameAt(place: Place | undefined, parts: readonly PathPart[]): string {
  return place?.template ?? (templateOf(parts) || '/');
}

function readOperationRows(
  schemas: SchemaReader,
  operation: Operation,
  parts: readonly PathPart[],
): Reading {
  const path = { word: rowsWord(parts), isItem: parts.at(-1)?.kind === 'parameter' };
  return {
    operation,
    parts,
    answer: readAnswer(schemas, operation, path),
    sent: readSent(schemas, operation, path),
  };
}

interface PathHint {
  readonly word: string;
  readonly isItem: boolean;
}

function readAnswer(schemas: SchemaReader, operation: Operation, path: PathHint): Answer {
  const successes = operation.api.responses.filter(({ status }) => status.startsWith('2'));
  const said = successes.length > 0 ? successes : [operation.responseFor(200)];
  const contents = said.flatMap((response) => response?.content ?? []);
  if (contents.length === 0) return { kind: 'nothing' };
  const schema = contents.find(({ mediaType }) => isJson(mediaType))?.schema;
  if (schema === undefined) return { kind: 'other' };
  const list = findList(schemas, schema, path);
  if (list !== undefined) {
    const row = readRowKind(schemas, list.schema);
    return { kind: 'list', schema, found: list, ...(row.properties.size > 0 ? { row } : {}) };
  }
  const found = findRow(schemas, schema, path.word);
  return found === undefined
    ? { kind: 'other', schema }
    : { kind: 'row', schema, found, row: readRowKind(schemas, found.schema) };
}

function readSent(schemas: SchemaReader, { api }: Operation, path: PathHint): Sent | undefined {
  const contents = api.requestBody?.content ?? [];
  const content = contents.find(({ mediaType }) => isJson(mediaType)) ?? contents[0];
  if (content?.schema === undefined) return undefined;
  const isMany = isArray(schemas, content.schema);
  const many = isMany ? findList(schemas, content.schema, path) : undefined;
  const found = many ?? findRow(schemas, content.schema, path.word);
  return found && { found, row: readRowKind(schemas, found.schema), isMany };
}

function isJson(mediaType: string): boolean {
  return /[/+]json\b/.test(mediaType) || mediaType === '*/*';
}
