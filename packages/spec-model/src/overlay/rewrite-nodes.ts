import type { JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';
import type { Path } from './select-nodes.ts';

/** Gives the value that stands at a place from now on; undefined removes the place. */
export type Edit = (value: JsonValue, path: Path) => JsonValue | undefined;

interface Branch {
  selected: boolean;
  readonly branches: Map<string, Branch>;
}

/**
 * Edits some values of a document in one walk.
 *
 * @remarks The document is not changed; what is not on the way to a path is shared with it. All
 * paths mean places of the document as it was given: removing one entry of a list moves no other
 * under the edit. A value is edited before those inside it.
 *
 * @param document - What is edited.
 * @param paths - Where the edits happen.
 * @param edit - Called once for each path.
 */
export function rewriteNodes(
  document: JsonValue,
  paths: readonly Path[],
  edit: Edit,
): JsonValue | undefined {
  return rewrite(document, { branch: treeOf(paths), path: [], edit });
}

function treeOf(paths: readonly Path[]): Branch {
  const root: Branch = { selected: false, branches: new Map() };
  for (const path of paths) {
    let branch = root;
    for (const segment of path) {
      const next = branch.branches.get(String(segment)) ?? { selected: false, branches: new Map() };
      branch.branches.set(String(segment), next);
      branch = next;
    }
    branch.selected = true;
  }
  return root;
}

interface Walk {
  readonly branch: Branch;
  readonly path: Path;
  readonly edit: Edit;
}

function rewrite(value: JsonValue, { branch, path, edit }: Walk): JsonValue | undefined {
  const edited = branch.selected ? edit(value, path) : value;
  if (edited === undefined || branch.branches.size === 0) {
    return edited;
  }
  const inside = (held: JsonValue, segment: string | number): JsonValue | undefined => {
    const below = branch.branches.get(String(segment));
    return below === undefined
      ? held
      : rewrite(held, { branch: below, path: [...path, segment], edit });
  };
  if (Array.isArray(edited)) {
    return edited.map(inside).filter((held) => held !== undefined);
  }
  return isObject(edited) ? rewriteMembers(edited, inside) : edited;
}

function rewriteMembers(
  value: { readonly [name: string]: JsonValue },
  inside: (held: JsonValue, name: string) => JsonValue | undefined,
): JsonValue {
  const members: [string, JsonValue][] = [];
  for (const [name, held] of Object.entries(value)) {
    const kept = inside(held, name);
    if (kept !== undefined) {
      members.push([name, kept]);
    }
  }
  return Object.fromEntries(members);
}
