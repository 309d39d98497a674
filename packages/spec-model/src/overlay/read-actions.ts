import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject, listOf, member, textOf } from '../json-reader.ts';
import type { Fault } from '../problem-at.ts';
import { pointerTo } from '../reference.ts';
import { readQuery, type Select } from './select-nodes.ts';

/** What an action does to the values it selects. */
export type Change =
  | { readonly kind: 'update'; readonly value: JsonValue }
  | { readonly kind: 'copy'; readonly from: Select }
  | { readonly kind: 'remove' };

/** One action of an overlay, ready to be applied. */
export interface Action {
  /** Of the action in its overlay. */
  readonly pointer: string;
  /** Finds what is changed. */
  readonly target: Select;
  /** What happens to it. */
  readonly change: Change;
}

/** The two versions whose rules differ. */
export type OverlayVersion = '1.0' | '1.1';

/** What the actions of an overlay say, and what is wrong with them. */
export interface ReadActions {
  /** In the order in which they are applied. */
  readonly actions: readonly Action[];
  /** None, when the actions can be applied. */
  readonly faults: readonly Fault[];
}

/**
 * Reads the actions of an overlay whose members have the right types.
 *
 * @param overlay - The overlay.
 * @param version - Whose rules it follows.
 */
export function readActions(overlay: JsonObject, version: OverlayVersion): ReadActions {
  const actions: Action[] = [];
  const faults: Fault[] = [];
  for (const [index, action] of listOf(overlay, 'actions').entries()) {
    const at = ['actions', String(index)];
    const target = queryOf(action, [...at, 'target'], faults);
    const change = changeOf(action, { at, version, faults });
    if (target !== undefined && change !== undefined) {
      actions.push({ pointer: pointerTo(...at), target, change });
    }
  }
  return { actions, faults };
}

function queryOf(action: JsonValue, at: readonly string[], faults: Fault[]): Select | undefined {
  const text = textOf(action, at.at(-1) ?? '') ?? '';
  const query = readQuery(text);
  if (typeof query === 'function') {
    return query;
  }
  faults.push({
    pointer: pointerTo(...at),
    code: 'json-path',
    message: `cannot read ${JSON.stringify(text)}: it is no JSONPath of RFC 9535, ${query}. Correct it.`,
  });
  return undefined;
}

interface Reading {
  readonly at: readonly string[];
  readonly version: OverlayVersion;
  readonly faults: Fault[];
}

function changeOf(action: JsonValue, { at, version, faults }: Reading): Change | undefined {
  const kinds = kindsOf(action, version);
  const fault = contradiction(kinds, action, version);
  if (fault !== undefined) {
    faults.push({ ...fault, pointer: pointerTo(...at) });
    return undefined;
  }
  switch (kinds[0]) {
    case 'update':
      return { kind: 'update', value: member(action, 'update') ?? null };
    case 'copy': {
      const from = queryOf(action, [...at, 'copy'], faults);
      return from && { kind: 'copy', from };
    }
    case 'remove':
      return { kind: 'remove' };
    default:
      return undefined; // remove: false
  }
}

function kindsOf(action: JsonValue, version: OverlayVersion): readonly string[] {
  if (!isObject(action)) {
    return [];
  }
  const removes = action['remove'] === true;
  // Overlay 1.0 says that an update beside a removal has no impact.
  if (removes && version === '1.0') {
    return ['remove'];
  }
  const named = ['update', 'copy'].filter((name) => Object.hasOwn(action, name));
  return removes ? [...named, 'remove'] : named;
}

function contradiction(
  kinds: readonly string[],
  action: JsonValue,
  version: OverlayVersion,
): Omit<Fault, 'pointer'> | undefined {
  if (version === '1.0' && member(action, 'copy') !== undefined) {
    const message = 'cannot copy: Overlay 1.0 has no copy. Write overlay: 1.1.0.';
    return { code: 'structure', message };
  }
  if (kinds.length > 1) {
    const message = `cannot ${kinds.join(' and ')} at once: which of them wins is not defined. Split the action.`;
    return { code: 'contradictory-action', message };
  }
  if (kinds.length === 0 && member(action, 'remove') === undefined) {
    const message = 'cannot apply the action: it changes nothing. Add update, copy or remove.';
    return { code: 'structure', message };
  }
  return undefined;
}
