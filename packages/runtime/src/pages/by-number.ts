import { goToByParameter, type PageAnswer, type PageStyle } from './page-style.ts';
import { resolvePointer } from './pointer.ts';

/** Pages that are numbered; the total, if the answer tells one, counts pages. */
export const byPage: PageStyle = {
  next(answer) {
    const { first = 1 } = answer.facts;
    const number = placeOf(answer, first);
    return follows(answer, number - first + 1) ? number + 1 : undefined;
  },
  goTo: goToByParameter,
};

/** Pages that start at an offset; the total, if the answer tells one, counts items. */
export const byOffset: PageStyle = {
  next(answer) {
    const end = placeOf(answer, 0) + answer.count;
    return follows(answer, end) ? end : undefined;
  },
  goTo: goToByParameter,
};

function placeOf({ facts: { parameter = '' }, request }: PageAnswer, first: number): number {
  return Number(request.query[parameter] ?? first);
}

/**
 * Whether more follows.
 *
 * @remarks A page shorter than asked for proves nothing, since servers lower the limit: when the answer
 * does not tell, only an empty page is the end.
 */
function follows({ facts, body, count }: PageAnswer, done: number): boolean {
  const { hasMorePointer, totalPointer } = facts;
  const more = hasMorePointer && resolvePointer(body, hasMorePointer);
  if (more === false || count === 0) return false;
  const total = totalPointer && resolvePointer(body, totalPointer);
  return more === true || typeof total !== 'number' || done < total;
}
