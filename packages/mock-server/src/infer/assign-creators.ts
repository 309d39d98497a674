import { findDraft, type Ground } from './assign-lists.ts';
import type { Draft } from './draft.ts';
import { singular, wordsOf } from './fold-name.ts';
import { keyOf, lastWord } from './read-path.ts';
import { compareRows, type RowKind } from './row-kind.ts';
import { type Place, parametersOf, type Reading, readingOf } from './survey.ts';

/**
 * Gives the operations elsewhere that make a row their parts: `POST /orgs/{org}/repos`, `POST
 * /user/createWithList`.
 */
export function assignCreators(ground: Ground): void {
  for (const place of ground.places.values()) {
    if (!ground.found.items.has(place.key)) assignCreator(ground, place);
  }
}

const creating = new Set(['create', 'add', 'new', 'bulk', 'batch', 'import', 'upload', 'insert']);

function assignCreator(ground: Ground, place: Place): void {
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
