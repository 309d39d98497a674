import type { JsonObject } from '../api-model.ts';
import type { DocumentProblem } from '../document-error.ts';
import { textOf } from '../json-reader.ts';
import { lookUp, pointerTo } from '../reference.ts';
import type { ChangedPlace, Overlaid } from './apply-in-order.ts';

/**
 * Gives a problem of an overlaid document the place where it was written: in the overlay when an
 * action brought it about, else in the document, else where it was found.
 *
 * @param problem - Of the document after its overlays.
 * @param overlaid - What the overlays did.
 * @param written - The problems of the document as it was written.
 */
export function blameOverlay(
  problem: DocumentProblem,
  { document, changes }: Overlaid,
  written: readonly DocumentProblem[],
): DocumentProblem {
  const change = changes.findLast((one) => causes(one, problem, document));
  if (change !== undefined) {
    const message = `${problem.message} This is at ${problem.pointer} after the action.`;
    return change.blame(problem.code, message);
  }
  // The bundled document nests what stands in files: their pointers are the ends of its own.
  const own = written.find(
    ({ code, pointer }) => code === problem.code && problem.pointer.endsWith(pointer.slice(1)),
  );
  return own ?? problem;
}

function causes(change: ChangedPlace, problem: DocumentProblem, document: JsonObject): boolean {
  const changed = pointerTo(...change.path.map(String));
  if (!change.removed) {
    return isWithin(problem.pointer, changed);
  }
  const parent = pointerTo(...change.path.slice(0, -1).map(String));
  const ref = textOf(lookUp(document, problem.pointer), '$ref');
  return problem.pointer === parent || (ref !== undefined && isWithin(ref, changed));
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
