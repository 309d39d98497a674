import type { JsonObject } from '../api-model.ts';
import {
  DocumentError,
  type DocumentProblem,
  type DocumentProblemCode,
} from '../document-error.ts';
import { expandedSize } from '../expanded-size.ts';
import { type Fault, problemAt } from '../problem-at.ts';
import { ActionError } from './action-error.ts';
import { applyAction } from './apply-action.ts';
import type { Action } from './read-actions.ts';
import { extendsAnother, type Overlay } from './read-overlay.ts';
import type { Path } from './select-nodes.ts';

/** A place that an action changed. */
export interface ChangedPlace {
  /** In the document. */
  readonly path: Path;
  /** Whether it was taken away, rather than added or replaced. */
  readonly removed: boolean;
  /** Gives a fault at this place its position in the overlay. */
  readonly blame: (code: DocumentProblemCode, message: string) => DocumentProblem;
}

/** A document after its overlays. */
export interface Overlaid {
  /** The document. */
  readonly document: JsonObject;
  /** What may not have been meant: an action that selects nothing, another document's overlay. */
  readonly warnings: readonly DocumentProblem[];
  /** Every place that was changed, in order. */
  readonly changes: readonly ChangedPlace[];
}

// Copies of copies double a document with each action.
const MOST_VALUES = 2_000_000;

/**
 * Applies overlays in order, each action to what the action before it left.
 *
 * @param document - Is not changed.
 * @param overlays - Read by `readOverlays`.
 * @param file - Absolute path of the document; undefined when it is in memory.
 * @throws A {@link DocumentError} with the place of the first action that cannot be applied.
 */
export function applyInOrder(
  document: JsonObject,
  overlays: readonly Overlay[],
  file?: string,
): Overlaid {
  let current = document;
  const warnings: DocumentProblem[] = [];
  const changes: ChangedPlace[] = [];
  for (const overlay of overlays) {
    if (extendsAnother(overlay, file)) {
      warnings.push(problemAt(overlay.source, ANOTHER));
    }
    for (const action of overlay.actions) {
      const applied = apply(current, action, overlay);
      if (applied === undefined) {
        warnings.push(problemAt(overlay.source, noMatch(action)));
        continue;
      }
      current = applied.document;
      changes.push(...applied.changes);
    }
  }
  return { document: current, warnings, changes };
}

const ANOTHER: Fault = {
  pointer: '#/extends',
  code: 'extends-another',
  message:
    'the overlay was written for another document. Correct extends, or apply it to that one.',
};

function noMatch({ pointer }: Action): Fault {
  const message =
    'the target selects nothing, so the action changes nothing. Correct the JSONPath.';
  return { pointer: `${pointer}/target`, code: 'no-match', message };
}

interface Step {
  readonly document: JsonObject;
  readonly changes: readonly ChangedPlace[];
}

function apply(document: JsonObject, action: Action, overlay: Overlay): Step | undefined {
  const { pointer, change } = action;
  const fail = (fault: Fault): DocumentError =>
    new DocumentError(overlay.source.absoluteRef, [problemAt(overlay.source, fault)]);
  try {
    const applied = applyAction(document, action, overlay.version);
    if (applied === undefined) {
      return undefined;
    }
    if (expandedSize(applied.document) > MOST_VALUES) {
      const message = `cannot go on: the document would hold more than ${MOST_VALUES} values. Copy less.`;
      throw fail({ pointer, code: 'too-large', message });
    }
    const blame: ChangedPlace['blame'] = (code, message) =>
      problemAt(overlay.source, { pointer, code, message });
    const removed = change.kind === 'remove';
    return {
      document: applied.document,
      changes: applied.changed.map((path) => ({ path, removed, blame })),
    };
  } catch (error) {
    if (error instanceof ActionError) {
      const { code, message, member } = error;
      throw fail({ pointer: `${pointer}/${member}`, code, message });
    }
    throw error;
  }
}
