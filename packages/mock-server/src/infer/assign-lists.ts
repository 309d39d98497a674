import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Findings } from './assignment.ts';
import { addDraft, type Draft, type Drafts } from './draft.ts';
import { findId } from './find-id.ts';
import { findMarks } from './find-marks.ts';
import { singular } from './fold-name.ts';
import { keyOf, lastWord, rowsWord } from './read-path.ts';
import type { Verb } from './role.ts';
import { compareRows, type RowKind } from './row-kind.ts';
import { nameAt, type Place, parametersOf, type Reading, readingOf } from './survey.ts';

/** What is known when lists are looked at. */
export interface Ground {
  readonly schemas: SchemaReader;
  readonly places: ReadonlyMap<string, Place>;
  readonly found: Drafts;
  readonly findings: Findings;
}

/** Gives the operations that list and make rows their parts, and drafts collections without items. */
export function assignLists(ground: Ground): void {
  const bases = [...ground.places.values()]
    .filter(({ key }) => !ground.found.items.has(key))
    .map((place) => ({ place, weight: weight(place) }));
  // Those that can make rows are collections sooner than those that only show some.
  bases.sort((left, right) => left.weight - right.weight);
  for (const { place } of bases) assignBase(ground, place);
}

function weight(place: Place): number {
  const makes = readingOf(place, 'POST') === undefined ? 100 : 0;
  return makes + parametersOf(place.parts).length;
}

function assignBase(ground: Ground, place: Place): void {
  const list = readingOf(place, 'GET') ?? searchOf(place);
  const isList = list?.answer.kind === 'list';
  const draft = draftOfItems(ground, place) ?? (isList ? draftFor(ground, place, list) : undefined);
  if (draft === undefined) return;
  if (isList) {
    const of = draft.key === place.key ? '' : `, and they look like those of ${draft.name}`;
    const because = `It answers a list of rows${of}.`;
    const marks = findMarks(ground.found, { place, draft });
    const marked = marks === undefined ? {} : { marks };
    ground.findings.assign({ reading: list, verb: 'list', draft, ...marked, because });
  }
  assignWriters(ground, place, draft);
}

// The collection whose rows a list without item paths shows.
function draftFor(ground: Ground, place: Place, list: Reading): Draft | undefined {
  const { row } = list.answer;
  // A behaviour that is named has its own state.
  if (row === undefined || list.operation.handlerName !== undefined) return undefined;
  const draft = findDraft(ground, place, row) ?? draftOfList(ground, place, row);
  const reason = 'its rows have nothing that tells them apart, and nothing makes them.';
  if (draft === undefined) ground.findings.leave([list], reason);
  return draft;
}

function assignWriters({ findings }: Ground, place: Place, draft: Draft): void {
  const post = readingOf(place, 'POST');
  if (post !== undefined && isSearch(post)) {
    const because = 'It answers a list of rows and takes none: a search.';
    findings.assign({ reading: post, verb: 'list', draft, because });
  } else if (post !== undefined && mayCreate(post, draft, place)) {
    const because =
      draft.key === place.key
        ? 'POST makes a row where rows are listed, or read below.'
        : `POST makes a row where rows of ${draft.name} are listed.`;
    findings.assign({ reading: post, verb: 'create', draft, because });
  }
  assignBody(findings, readingOf(place, 'PUT'), { verb: 'replace', draft });
  assignBody(findings, readingOf(place, 'PATCH'), { verb: 'update', draft });
}

// Where rows are listed, only the body can say which one is meant.
function assignBody(
  findings: Findings,
  reading: Reading | undefined,
  part: { readonly verb: Verb; readonly draft: Draft },
): void {
  if (reading === undefined) return;
  const { idProperty } = part.draft.id;
  if (reading.sent?.isMany === false && reading.sent.row.properties.has(idProperty)) {
    const because = `The body is a row, and its "${idProperty}" names which.`;
    findings.assign({ reading, ...part, rowFrom: 'body', because });
  } else if (reading.answer.kind !== 'row') {
    findings.leave([reading], 'it changes many rows at once.');
  }
}

function searchOf(place: Place): Reading | undefined {
  const post = readingOf(place, 'POST');
  return post !== undefined && isSearch(post) ? post : undefined;
}

function isSearch({ answer, sent, operation, parts }: Reading): boolean {
  const isNamed = /search|query|filter|find|lookup/i.test(lastWord(parts) + operation.id);
  return answer.kind === 'list' && sent?.isMany !== true && isNamed;
}

// What names existing rows elsewhere makes none.
function mayCreate({ answer, sent }: Reading, draft: Draft, place: Place): boolean {
  const isMany = sent?.isMany === true && sent.row.properties.size > 0;
  if (draft.key === place.key || isMany) return true;
  const names = [...(sent?.row.properties.keys() ?? [])];
  const sendsRow = names.length === 0 || names.some((name) => draft.row.properties.has(name));
  return answer.kind !== 'list' && sendsRow;
}

/** The collection whose item paths stand right below a path. */
function draftOfItems({ found }: Ground, { key }: Place): Draft | undefined {
  return found.items.get(`${key}/{}`)?.draft;
}

/** The collection that has such rows: the same ones sooner, then by the word and the way to it. */
export function findDraft(
  { found }: Pick<Ground, 'found'>,
  { parts, key }: Pick<Place, 'parts' | 'key'>,
  row: RowKind,
): Draft | undefined {
  const word = singular(rowsWord(parts));
  const isSearch = parts.some(({ kind, text }) => kind === 'word' && text === 'search');
  const named = isSearch ? (found.byNoun.get(word) ?? []) : [];
  let best: Draft | undefined;
  let bestScore = 0;
  for (const draft of new Set([...(found.byNoun.get(row.noun) ?? []), ...named])) {
    const score = scoreOf(draft, { row, word, parts, key });
    if (score > bestScore) [best, bestScore] = [draft, score];
  }
  return best;
}

interface Wanted {
  readonly row: RowKind;
  /** What the path calls the rows, in the singular. */
  readonly word: string;
  readonly parts: Place['parts'];
  readonly key: string;
}

function scoreOf(draft: Draft, { row, word, parts, key }: Wanted): number {
  const likeness = likenessOf(row, draft, word);
  if (likeness === 'different' || draft.isSingleton) return 0;
  if (draft.isShown && !key.startsWith(`${draft.key}/`)) return 0;
  const isNamed = row.noun !== '' && row.noun.startsWith(draft.word);
  // A list that says less than the scope of the rows is more likely to show others.
  const missing = countMissing(draft, { parts, key });
  return (
    20 -
    Math.min(missing, 4) * 3 +
    (likeness === 'same' ? 3 : 1) +
    (draft.word === word ? 3 : 0) +
    (isNamed ? 2 : 0) +
    commonLength(key, draft.key) / (key.length + draft.key.length)
  );
}

// A search may show what it finds in a form of its own: `repo-search-result-item` at `repositories`.
function likenessOf(row: RowKind, draft: Draft, word: string): ReturnType<typeof compareRows> {
  if (row.noun === draft.row.noun || draft.row.noun !== word) return compareRows(row, draft.row);
  return compareRows({ ...row, noun: word }, draft.row);
}

// Parameters of the scope that the path neither names nor goes through.
function countMissing(draft: Draft, { parts, key }: Pick<Place, 'parts' | 'key'>): number {
  const named = parametersOf(parts);
  return draft.parts.filter(({ kind, text }, at) => {
    if (kind !== 'parameter' || named.includes(text)) return false;
    return !key.startsWith(keyOf(draft.parts.slice(0, at + 1)));
  }).length;
}

function commonLength(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}

function draftOfList({ schemas, found }: Ground, place: Place, row: RowKind): Draft | undefined {
  const word = rowsWord(place.parts);
  const id = findId({ schemas, row, word, readings: place.readings });
  if (id.idProperty === '' && readingOf(place, 'POST') === undefined) return undefined;
  const draft: Draft = {
    name: nameAt(place, place.parts),
    parts: place.parts,
    key: keyOf(place.parts),
    word: singular(word),
    row,
    id,
    isSingleton: false,
    isShown: readingOf(place, 'POST') === undefined,
    because: `${place.template} lists its rows.`,
  };
  addDraft(found, draft);
  return draft;
}
