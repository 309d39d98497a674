import { decodeError } from '../client/decode.ts';
import { goToByParameter, type PageStyle } from './page-style.ts';
import { resolvePointer } from './pointer.ts';

/** Pages that name the cursor of the next one. */
export const byCursor: PageStyle = {
  next({ facts, body, call, reply }) {
    const { nextPointer = '/', hasMorePointer } = facts;
    const more = hasMorePointer && resolvePointer(body, hasMorePointer);
    if (more === false) return undefined;
    const cursor = resolvePointer(body, nextPointer);
    if (cursor !== undefined && cursor !== null && cursor !== '') return String(cursor);
    // To take this for the last page would lose items without a word.
    if (more === true) throw decodeError(call, reply, 'unexpected_page');
    return undefined;
  },
  goTo: goToByParameter,
};
