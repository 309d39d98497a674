import type { JsonObject, JsonValue } from '../api-model.ts';
import { ActionError } from './action-error.ts';
import { append, isList, kindOf, type MergePlace, mergeValue } from './merge-value.ts';
import type { Action, OverlayVersion } from './read-actions.ts';
import { rewriteNodes } from './rewrite-nodes.ts';
import type { Path, SelectedNode } from './select-nodes.ts';

/** What an action did. */
export interface Applied {
  /** The document from now on. */
  readonly document: JsonObject;
  /** Each place that was added, replaced or removed. */
  readonly changed: readonly Path[];
}

/**
 * Applies one action to a document, which is not changed.
 *
 * @param document - What the action before this one left.
 * @param action - What is done.
 * @param version - Whose rules are followed.
 * @returns What was done; undefined when the target selects nothing.
 * @throws An {@link ActionError} when the action does not fit the document.
 */
export function applyAction(
  document: JsonObject,
  action: Action,
  version: OverlayVersion,
): Applied | undefined {
  const nodes = action.target(document);
  if (nodes.length === 0) {
    return undefined;
  }
  return action.change.kind === 'remove'
    ? removeNodes(document, nodes)
    : updateNodes(document, nodes, updateOf(document, action, version));
}

function removeNodes(document: JsonObject, nodes: readonly SelectedNode[]): Applied {
  const paths = nodes.map(({ path }) => path);
  if (paths.some(({ length }) => length === 0)) {
    const message = 'cannot remove the whole document: nothing would be left. Select a part of it.';
    throw new ActionError('target', 'incompatible-update', message);
  }
  const left = rewriteNodes(document, paths, () => undefined);
  return { document: left as JsonObject, changed: paths }; // the root stays, and is an object
}

interface Update {
  readonly value: JsonValue;
  readonly member: 'update' | 'copy';
  readonly version: OverlayVersion;
}

function updateOf(document: JsonObject, { change }: Action, version: OverlayVersion): Update {
  if (change.kind !== 'copy') {
    const value = change.kind === 'update' ? change.value : null;
    return { value, member: 'update', version };
  }
  const [source, ...more] = change.from(document);
  if (source === undefined || more.length > 0) {
    const count = source === undefined ? 'nothing' : `${more.length + 1} values`;
    const message = `cannot copy: the JSONPath selects ${count}. Select exactly one value.`;
    throw new ActionError('copy', 'copy-source', message);
  }
  return { value: source.value, member: 'copy', version };
}

function updateNodes(
  document: JsonObject,
  nodes: readonly SelectedNode[],
  update: Update,
): Applied {
  refuseMixture(nodes, update.version);
  const changed: Path[] = [];
  const { member } = update;
  const updated = rewriteNodes(
    document,
    nodes.map(({ path }) => path),
    (value, path) =>
      updateNode(value, update, { path, member, onChange: (at) => changed.push(at) }),
  );
  return { document: updated as JsonObject, changed }; // only an object goes into an object
}

function updateNode(value: JsonValue, update: Update, place: MergePlace): JsonValue {
  if (!isList(value)) {
    return mergeValue(value, update.value, place);
  }
  // Overlay 1.0: the update is an entry to append. Since 1.1 a list is concatenated.
  const entries = isList(update.value) && update.version !== '1.0' ? update.value : [update.value];
  return append(value, entries, place);
}

function refuseMixture(nodes: readonly SelectedNode[], version: OverlayVersion): void {
  const [kind, ...others] = new Set(nodes.map(({ value }) => kindOf(value)));
  if (others.length > 0) {
    const message = `cannot update ${[kind, ...others].join(' and ')} at once: all values must be of one kind. Narrow the target.`;
    throw new ActionError('target', 'incompatible-update', message);
  }
  if (version === '1.0' && kind === 'a primitive value') {
    const message =
      'cannot update a primitive value: Overlay 1.0 updates objects and arrays only. Select the object that holds it, or write overlay: 1.1.0.';
    throw new ActionError('target', 'incompatible-update', message);
  }
}
