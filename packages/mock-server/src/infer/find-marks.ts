import type { Draft, Drafts } from './draft.ts';
import { type Place, parametersOf } from './survey.ts';

/**
 * Finds the collection that marks which rows of another one a list shows: `PUT
 * /user/starred/{owner}/{repo}` marks a repository, and `GET /user/starred` lists those that are
 * marked.
 *
 * @param place - Where the list is.
 * @param draft - Whose rows it shows.
 * @returns Absent when all of them are meant.
 */
export function findMarks(
  { items }: Pick<Drafts, 'items'>,
  { place, draft }: { readonly place: Place; readonly draft: Draft },
): Draft | undefined {
  // What names a row of the other collection: whose it is, and its id.
  const marks = items.get(place.key + '/{}'.repeat(parametersOf(draft.parts).length + 1));
  return marks?.isMark === true && marks.draft !== draft ? marks.draft : undefined;
}
