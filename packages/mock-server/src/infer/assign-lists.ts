import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Findings } from './assignment.ts';
import type { Draft, Drafts } from './draft.ts';
import { findId } from './find-id.ts';
import { singular, wordsOf } from './fold-name.ts';
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
  const bases = [...ground.places.values()].filter(({ key }) => !ground.found.items.has(key));
  // Those that can make rows are collections sooner than those that only show some.
  const ordered = [...bases].sort((left, right) => weight(left) - weight(right));
  for (const place of ordered) assignBase(ground, place);
  for (const place of ordered) assignCreators(ground, place);
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
    ground.findings.assign({ reading: list, verb: 'list', draft, because });
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
  const remove = readingOf(place, 'DELETE');
  if (remove !== undefined) findings.leave([remove], 'it removes many rows at once.');
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
  if (draft.key === place.key || sent?.isMany === true) return true;
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
  let best: Draft | undefined;
  let bestScore = 0;
  for (const draft of found.drafts) {
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
  const likeness = compareRows(row, draft.row);
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
  found.drafts.push(draft);
  return draft;
}

const creating = new Set(['create', 'add', 'new', 'bulk', 'batch', 'import', 'upload', 'insert']);

/** Finds the operations elsewhere that make a row: `POST /orgs/{org}/repos`, `POST /user/createWithList`. */
function assignCreators(ground: Ground, place: Place): void {
  const post = readingOf(place, 'POST') ?? readingOf(place, 'PUT');
  if (post === undefined || ground.findings.isSettled(post.operation)) return;
  const last = place.parts.at(-1);
  if (last?.kind !== 'word') return;
  const { answer, sent } = post;
  // An object that can be read there is not one of many.
  if (readingOf(place, 'GET')?.answer.kind === 'row') return;
  const row = answer.row ?? sent?.row;
  if (row === undefined || row.properties.size === 0) return;
  const draft = findDraft(ground, place, row);
  if (draft === undefined || !makes(draft, post, row)) return;
  const because = `It answers or takes a row as those of ${draft.name}, and makes a new one.`;
  ground.findings.assign({ reading: post, verb: 'create', draft, because });
}

function makes(draft: Draft, { parts, sent, answer, operation }: Reading, row: RowKind): boolean {
  const last = lastWord(parts);
  const isOwn = compareRows(row, draft.row) === 'same';
  const isNamed = singular(last) === draft.word || (isOwn && singular(last) === draft.row.noun);
  const takes = sent !== undefined && compareRows(sent.row, draft.row) === 'same';
  const answers = answer.kind === 'row' && isOwn;
  const [own, here] = [parametersOf(draft.parts), parametersOf(parts)];
  if (creating.has(wordsOf(last)[0] ?? '') && (takes || answers)) return own.length === here.length;
  if (operation.method !== 'POST') return false;
  if (isNamed) return true;
  // Below exactly the rows that it belongs to, an answer that is a row is a new one.
  return (
    own.length > 0 &&
    own.join() === here.join() &&
    answers &&
    draft.key !== keyOf(parts.slice(0, -1))
  );
}
