import { findDraft, type Ground } from './assign-lists.ts';
import { addDraft, type Draft } from './draft.ts';
import { foldName, singular } from './fold-name.ts';
import { keyOf, lastWord } from './read-path.ts';
import type { Verb } from './role.ts';
import { compareRows, type RowKind } from './row-kind.ts';
import { nameAt, type Place, parametersOf, type Reading, readingOf } from './survey.ts';

const ownWords = new Set([
  'me',
  'self',
  'current',
  'user',
  'account',
  'profile',
  'whoami',
  'myself',
]);
const newestWords = new Set(['latest', 'newest', 'last', 'current', 'default']);

/** Gives what is neither item nor list its part: the caller's own row, one-off objects, actions. */
export function assignOthers(ground: Ground): void {
  const rest = [...ground.places.values()].filter(({ key }) => !ground.found.items.has(key));
  for (const place of rest) assignObject(ground, place);
  const byKey = new Map<string, Draft[]>();
  for (const draft of ground.found.drafts) {
    byKey.set(draft.key, [...(byKey.get(draft.key) ?? []), draft]);
  }
  const settled = { ...ground, byKey };
  for (const place of rest) {
    for (const reading of place.readings) assignAction(settled, place, reading);
  }
}

/** When no more drafts are added. */
interface Settled extends Ground {
  readonly byKey: ReadonlyMap<string, readonly Draft[]>;
}

function assignObject(ground: Ground, place: Place): void {
  const get = readingOf(place, 'GET');
  const row = get?.answer.kind === 'row' ? get.answer.row : undefined;
  if (get === undefined || row === undefined || isHandled(get)) return;
  if (place.parts.at(-1)?.kind !== 'word') return;
  const word = lastWord(place.parts);
  const target = findDraft(ground, place, row);
  if (target !== undefined && isCallersOwn(ground, place, target)) {
    const because = `Its name is that of the caller's own row, and ${target.name} has such rows.`;
    assignAll(ground, place, { draft: target, first: 'me', rowFrom: 'caller', because });
  } else if (target !== undefined && newestWords.has(foldName(word)) && isBelow(place, target)) {
    const because = `Its name is that of the newest row, and ${target.name} has such rows.`;
    assignAll(ground, place, { draft: target, first: 'get', rowFrom: 'newest', because });
  } else assignSingleton(ground, place, row);
}

function isCallersOwn({ found }: Ground, { parts }: Place, target: Draft): boolean {
  const word = foldName(lastWord(parts));
  if (!ownWords.has(word) && !word.startsWith('my')) return false;
  return parametersOf(parts).length === 0 && found.items.has(`${target.key}/{}`);
}

function isBelow({ parts }: Place, target: Draft): boolean {
  return keyOf(parts.slice(0, -1)) === target.key;
}

interface Part {
  readonly draft: Draft;
  readonly first: Verb;
  readonly rowFrom?: 'caller' | 'newest';
  readonly because: string;
}

const verbs: { readonly [method: string]: Verb } = {
  HEAD: 'get',
  PATCH: 'update',
  POST: 'update',
  PUT: 'replace',
  DELETE: 'delete',
};

function assignAll({ findings }: Ground, place: Place, part: Part): void {
  const { draft, first, rowFrom, because } = part;
  for (const reading of place.readings) {
    const { method } = reading.operation;
    const verb = method === 'GET' ? first : verbs[method];
    if (verb === undefined) continue;
    const from = rowFrom === undefined ? {} : { rowFrom };
    findings.assign({ reading, verb, draft, ...from, because });
  }
}

function assignSingleton(ground: Ground, place: Place, row: RowKind): void {
  const get = readingOf(place, 'GET');
  const isComputed = get?.operation.api.parameters.some(
    (one) => one.in === 'query' && one.required,
  );
  if (place.readings.length === 1 && isComputed === true) {
    ground.findings.leave(place.readings, 'its answer depends on what the query asks.');
    return;
  }
  const draft = draftObject(place, row);
  addDraft(ground.found, draft);
  assignAll(ground, place, { draft, first: 'get', because: draft.because });
}

/** One object that is always there. */
function draftObject(place: Place, row: RowKind): Draft {
  return {
    name: nameAt(place, place.parts),
    parts: place.parts,
    key: keyOf(place.parts),
    word: singular(lastWord(place.parts)),
    row,
    id: { idProperty: '', idStyle: 'text', idPrefix: '' },
    isSingleton: true,
    isShown: false,
    because: 'It is one object that is always there: no list shows others like it.',
  };
}

function assignAction(ground: Settled, place: Place, reading: Reading): void {
  const { findings } = ground;
  if (findings.isSettled(reading.operation)) return;
  const owner = mayAct(place, reading)
    ? (ownerOf(ground, place) ?? ownerByRow(ground, place, reading))
    : undefined;
  if (owner === undefined) {
    findings.leave([reading], reasonOf(place, reading));
    return;
  }
  const action = lastWord(place.parts);
  const isCheck = isRead(reading);
  const because = isCheck
    ? `It tells whether "${action}" was done to the ${owner.draft.word} that the path names.`
    : `It does "${action}" to the ${owner.draft.word} that the path names.`;
  findings.assign({ reading, verb: isCheck ? 'check' : 'action', action, ...owner, because });
}

function mayAct({ parts, readings }: Place, reading: Reading): boolean {
  if (isHandled(reading) || parts.at(-1)?.kind !== 'word') return false;
  if (!isRead(reading)) return true;
  // Where the same path does something, a reading without a body says whether it was done.
  return (
    reading.answer.kind === 'nothing' && readings.some((one) => one.operation.method === 'PUT')
  );
}

function isRead({ operation }: Reading): boolean {
  return operation.method === 'GET' || operation.method === 'HEAD';
}

function reasonOf({ parts }: Place, reading: Reading): string {
  const { answer } = reading;
  if (isHandled(reading)) return 'x-mock-handler says what it does.';
  const reads = isRead(reading);
  if (reads && answer.kind === 'list') return 'the entries of its list are no objects.';
  if (reads && answer.kind === 'nothing') return 'it answers no body.';
  if ((parts.at(-1)?.kind ?? 'word') !== 'word')
    return 'nothing tells what rows its path names look like.';
  if (reads) return 'its answer is no JSON object with properties.';
  return answer.row === undefined || answer.row.properties.size === 0
    ? 'its path belongs to no row, and it answers none.'
    : 'nothing reads or lists what it answers.';
}

interface Owner {
  readonly draft: Draft;
  readonly idParameter?: string;
  readonly idProperty?: string;
}

// The nearest row or object that the path goes through.
function ownerOf({ found, byKey }: Settled, { parts }: Place): Owner | undefined {
  for (let length = parts.length - 1; length > 0; length--) {
    const key = keyOf(parts.slice(0, length));
    const item = found.items.get(key);
    const last = parts[length - 1];
    if (item !== undefined && last !== undefined) return ownerOfItem(item, last.text);
    const object = byKey.get(key)?.find((draft) => draft.isSingleton);
    if (object !== undefined) return { draft: object };
    if (last?.kind !== 'parameter') continue;
    const listed = byKey.get(keyOf(parts.slice(0, length - 1)));
    const draft = listed?.find((one) => !one.isSingleton);
    return draft && { draft, idParameter: last.text };
  }
  return undefined;
}

function ownerOfItem(
  { draft, id }: { readonly draft: Draft; readonly id: { readonly idProperty: string } },
  idParameter: string,
): Owner {
  const by = id.idProperty === draft.id.idProperty ? {} : { idProperty: id.idProperty };
  return { draft, idParameter, ...by };
}

// `/test_helpers/refunds/{refund}/expire` answers a refund: it is one of `/refunds`.
function ownerByRow(ground: Ground, place: Place, { answer }: Reading): Owner | undefined {
  const { row } = answer;
  if (answer.kind !== 'row' || row === undefined) return undefined;
  const draft = findDraft(ground, place, row);
  if (draft === undefined || compareRows(row, draft.row) !== 'same') return undefined;
  const here = parametersOf(place.parts);
  const idParameter = here.at(-1);
  const isItem = ground.found.items.has(`${draft.key}/{}`);
  if (idParameter === undefined || !isItem) return undefined;
  return here.length === parametersOf(draft.parts).length + 1 ? { draft, idParameter } : undefined;
}

// A behaviour that is named needs no part, and the state has it anyway.
function isHandled({ operation }: Reading): boolean {
  return operation.handlerName !== undefined;
}
