import type { SchemaReader } from '../schema/schema-shape.ts';
import { type FoundId, findId } from './find-id.ts';
import { findLink } from './find-link.ts';
import { foldName, singular } from './fold-name.ts';
import { keyOf, lastWord, type PathPart } from './read-path.ts';
import { compareRows, type RowKind, readRowKind } from './row-kind.ts';
import { nameAt, type Place, parametersOf, type Reading, readingOf } from './survey.ts';

/** A collection in the making. */
export interface Draft {
  readonly name: string;
  /** The pieces of its path. */
  readonly parts: readonly PathPart[];
  readonly key: string;
  /** What the path calls its rows, in the singular. */
  readonly word: string;
  /** One row in words, where the document says it. */
  readonly noun?: string;
  readonly row: RowKind;
  readonly id: FoundId;
  readonly isSingleton: boolean;
  /** Set when its rows are no whole rows of their own, so that other lists cannot show them. */
  readonly isShown: boolean;
  readonly because: string;
}

/** The path of one row, with what it says about it. */
export interface ItemPlace {
  readonly place: Place;
  readonly base: Place | undefined;
  readonly draft: Draft;
}

/** What an item path names. */
export interface Item {
  readonly draft: Draft;
  readonly id: FoundId;
  /** Set when it only says that there is one: `PUT` puts a mark there, and nothing is read. */
  readonly isMark?: boolean;
}

/** Collections with item paths, and whose rows each item path names. */
export interface Drafts {
  readonly drafts: Draft[];
  /** The same by the noun of their rows: others are never alike. */
  readonly byNoun: Map<string, Draft[]>;
  /** By the key of an item path: whose row it names, and by which property. */
  readonly items: Map<string, Item>;
}

/** Keeps a collection. */
export function addDraft(
  { drafts, byNoun }: Pick<Drafts, 'drafts' | 'byNoun'>,
  draft: Draft,
): void {
  drafts.push(draft);
  const { noun } = draft.row;
  const alike = byNoun.get(noun);
  if (alike === undefined) byNoun.set(noun, [draft]);
  else alike.push(draft);
}

/** Forgets the collection at a path, and the path of its items. */
export function dropDraft({ drafts, byNoun, items }: Drafts, key: string): void {
  items.delete(`${key}/{}`);
  for (const list of [drafts, ...byNoun.values()]) {
    const at = list.findIndex((draft) => draft.key === key);
    if (at !== -1) list.splice(at, 1);
  }
}

/**
 * Finds the collections that have item paths, such as `/tasks/{id}`.
 *
 * @remarks Where two of them have the same rows they are one: `/projects/{project_id}/tasks/{id}` is a
 * view of `/tasks/{id}` when rows name their project.
 */
export function draftCollections(
  schemas: SchemaReader,
  places: ReadonlyMap<string, Place>,
): Drafts {
  const found = [...places.values()].flatMap(
    (place) => readItemPlace(schemas, places, place) ?? [],
  );
  const ranked = found.map((item) => ({ item, rank: rank(item) }));
  ranked.sort((left, right) => compareRank(left.rank, right.rank));
  const known: Drafts = { drafts: [], byNoun: new Map(), items: new Map() };
  for (const { item } of ranked) {
    const alike = known.byNoun.get(item.draft.row.noun);
    const target = alike?.find((draft) => !draft.isShown && isViewOf(schemas, item, draft));
    if (target === undefined) addDraft(known, item.draft);
    const { place, draft } = item;
    const isMark = isMarked(place);
    known.items.set(place.key, { draft: target ?? draft, id: draft.id, isMark });
  }
  return known;
}

function isMarked(place: Place): boolean {
  const [put, get] = [readingOf(place, 'PUT'), readingOf(place, 'GET')];
  return put !== undefined && [put, get].some((one) => one?.answer.kind === 'nothing');
}

function readItemPlace(
  schemas: SchemaReader,
  places: ReadonlyMap<string, Place>,
  place: Place,
): ItemPlace | undefined {
  const last = place.parts.at(-1);
  if (last?.kind !== 'parameter') return undefined;
  const parts = place.parts.slice(0, -1);
  const base = places.get(keyOf(parts));
  const row = rowOf(schemas, place, base);
  if (row === undefined) return undefined;
  // `/gists/{gist_id}/{sha}` is a version of a row, not a row.
  const isVersion = parts.at(-1)?.kind === 'parameter' && base?.readings.some(isRead) === true;
  const word = lastWord(parts);
  const parameter = place.readings[0]?.operation.api.parameters.find(
    (one) => one.in === 'path' && one.name === last.text,
  );
  const draft: Draft = {
    name: nameAt(base, parts),
    parts: tellingParts(base?.parts ?? parts, parts),
    key: keyOf(parts),
    word: singular(word),
    row,
    id: findId({
      schemas,
      row,
      parameter,
      word,
      readings: [...place.readings, ...(base?.readings ?? [])],
    }),
    isSingleton: false,
    isShown: isVersion || !(place.readings.some(isRead) || makesRows(base)),
    because: `${place.template} names one row of it.`,
  };
  return { place, base, draft };
}

// `/fees/{id}/refunds` and `/fees/{fee}/refunds/{id}`: the second says whose id it is.
function tellingParts(
  parts: readonly PathPart[],
  others: readonly PathPart[],
): readonly PathPart[] {
  return parts.map((part, at) => (part.text === 'id' ? (others[at] ?? part) : part));
}

// The row as it is read, else as it is listed, made, changed or sent.
function rowOf(schemas: SchemaReader, place: Place, base: Place | undefined): RowKind | undefined {
  const get = readingOf(place, 'GET');
  if (get?.answer.kind === 'list') return undefined;
  const [list, create] = [readingOf(base, 'GET'), readingOf(base, 'POST')];
  const writers = ['PATCH', 'PUT', 'POST'].map((method) => readingOf(place, method));
  const isNamed = get !== undefined || writers[0] !== undefined || writers[1] !== undefined;
  const isListed = list?.answer.kind === 'list' && list.answer.row !== undefined;
  if (!isNamed && !isListed && create === undefined) return undefined;
  if (!isNamed && readingOf(place, 'DELETE') === undefined) return undefined;
  // What is not JSON, such as a picture, is no row.
  if (get?.answer.kind === 'other' && !isListed) return undefined;
  const answers = [get, list, create, ...writers].map((reading) => reading?.answer.row);
  const sent = [create, writers[1]].map((reading) => reading?.sent?.row);
  const known = [...answers, ...sent].find((row) => row !== undefined);
  const isMark = get?.answer.kind === 'nothing' && writers[1] !== undefined;
  return known ?? (isMark ? readRowKind(schemas, {}) : undefined);
}

function rank({ place, base, draft }: ItemPlace): readonly number[] {
  const writers = ['PUT', 'PATCH', 'DELETE'].filter((method) => readingOf(place, method));
  return [
    listsRows(base) || makesRows(base) ? 0 : 1,
    draft.row.noun.endsWith(draft.word) ? 0 : 1,
    parametersOf(place.parts).length,
    writers.length === 0 ? 1 : 0,
    place.template.length,
  ];
}

function isRead({ operation, answer }: Reading): boolean {
  return operation.method === 'GET' && answer.kind === 'row';
}

function listsRows(base: Place | undefined): boolean {
  return readingOf(base, 'GET')?.answer.kind === 'list';
}

function makesRows(base: Place | undefined): boolean {
  return readingOf(base, 'POST') !== undefined;
}

function compareRank(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function isViewOf(
  schemas: SchemaReader,
  { place, base, draft }: ItemPlace,
  target: Draft,
): boolean {
  if (draft.row.properties.size === 0) return false;
  const likeness = compareRows(draft.row, target.row);
  if (likeness === 'different') return false;
  const isOwnPath = draft.key.startsWith(`${target.key}/{}`);
  const known = new Set(parametersOf(target.parts));
  const extra = draft.parts.flatMap(({ kind, text }, at) =>
    kind === 'parameter' && !known.has(text) ? [{ parameter: text, at }] : [],
  );
  const isLinked = extra.every(({ parameter, at }) => {
    const nouns = [lastWord(draft.parts.slice(0, at))];
    return findLink(schemas, target.row, { parameter, nouns, idProperty: '' }) !== undefined;
  });
  const sameWord = draft.word === target.word;
  const here = parametersOf(draft.parts);
  const param = foldName(place.parts.at(-1)?.text ?? '');
  if (!listsRows(base) && !makesRows(base)) {
    const own = foldName(draft.id.idProperty);
    const isNamed = own !== '' && (param.endsWith(own) || own.startsWith(param));
    return likeness === 'same' && isLinked && !isOwnPath && isNamed;
  }
  if (draft.id.idProperty !== target.id.idProperty) return false;
  if (extra.length === 0) {
    const isNoun = draft.word === target.row.noun || sameWord;
    return likeness === 'same' && isNoun && placeKey(draft) === placeKey(target);
  }
  const isNarrower = [...known].every((name) => here.includes(name));
  return isNarrower && isLinked && (likeness === 'same' || sameWord);
}

// Where a collection stands, its own word left out: that of `/v1/people` is that of `/v2/persons`.
function placeKey({ parts }: Draft): string {
  return keyOf(parts.slice(0, -1).filter(({ text }) => !/^v\d+$/.test(text)));
}
