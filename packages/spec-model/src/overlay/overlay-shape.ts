import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';
import type { Fault } from '../problem-at.ts';
import { pointerTo } from '../reference.ts';

type Kind = 'text' | 'true or false' | 'an object' | 'a list' | 'anything';

interface Shape {
  readonly members: { readonly [name: string]: Kind };
  readonly needed: readonly string[];
}

const OVERLAY: Shape = {
  members: { overlay: 'text', info: 'an object', extends: 'text', actions: 'a list' },
  needed: ['overlay', 'info', 'actions'],
};

const INFO: Shape = {
  members: { title: 'text', version: 'text', description: 'text' },
  needed: ['title', 'version'],
};

const ACTION: Shape = {
  members: {
    target: 'text',
    description: 'text',
    update: 'anything',
    copy: 'text',
    remove: 'true or false',
  },
  needed: ['target'],
};

/**
 * Finds members of an overlay that are missing, unknown or of the wrong type.
 *
 * @remarks As strict as the JSON Schemas of the Overlay Specification: a member that is not known
 * is a typing error, which would otherwise be a change that silently does not happen.
 */
export function shapeFaults(overlay: JsonObject): Fault[] {
  const { info, actions } = overlay;
  return [
    ...faultsOf(overlay, [], OVERLAY),
    ...(isObject(info) ? faultsOf(info, ['info'], INFO) : []),
    ...(Array.isArray(actions) ? listFaults(actions) : []),
  ];
}

function listFaults(actions: readonly JsonValue[]): Fault[] {
  if (actions.length === 0) {
    return [structure(['actions'], 'it holds no action. Add one')];
  }
  const texts = actions.map((action) => JSON.stringify(action));
  return actions.flatMap((action, index) => {
    const at = ['actions', String(index)];
    const first = texts.indexOf(texts[index] ?? '');
    return [
      ...(isObject(action)
        ? faultsOf(action, at, ACTION)
        : [structure(at, 'it is not an object. Give it a target')]),
      ...(first < index ? [structure(at, `it repeats action ${first}. Remove one of them`)] : []),
    ];
  });
}

function faultsOf(value: JsonObject, at: readonly string[], shape: Shape): Fault[] {
  const missing = shape.needed
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => structure(at, `its member ${name} is missing. Add it`));
  const wrong = Object.entries(value)
    .filter(([name]) => !name.startsWith('x-'))
    .flatMap(([name, held]) => memberFaults(held, [...at, name], shape));
  return [...missing, ...wrong];
}

function memberFaults(held: JsonValue, at: readonly string[], { members }: Shape): Fault[] {
  const name = at.at(-1) ?? '';
  const kind = Object.hasOwn(members, name) ? members[name] : undefined;
  if (kind === undefined) {
    const known = Object.keys(members).join(', ');
    return [structure(at, `there is no such member. The members are ${known} and x-…`)];
  }
  return isOf(kind, held) ? [] : [structure(at, `it is not ${kind}. Write ${kind}`)];
}

function isOf(kind: Kind, held: JsonValue): boolean {
  switch (kind) {
    case 'text':
      return typeof held === 'string';
    case 'true or false':
      return typeof held === 'boolean';
    case 'an object':
      return isObject(held);
    case 'a list':
      return Array.isArray(held);
    default:
      return true;
  }
}

function structure(at: readonly string[], reason: string): Fault {
  const what = at.length === 0 ? 'the overlay' : at.join('.');
  return {
    pointer: pointerTo(...at),
    code: 'structure',
    message: `cannot read ${what}: ${reason}.`,
  };
}
