import type { OperationFault } from '../api-model.ts';
import { segmentsOf } from '../reference.ts';
import { type Mender, operationKey } from './mender.ts';

// Nobody mends more than that at once, and each is told in every answer of the operation.
const MOST_FAULTS = 10;
const PATH_ITEM = 'pathItems ';

type FaultsByHolder = ReadonlyMap<string, readonly OperationFault[]>;

/**
 * Tells which operations are hit by faults: their own, those of their path, and those of every
 * component that they lead to.
 *
 * @param mender - After the walk.
 * @returns What stops an operation, by its pointer, at most ten; empty when nothing does.
 */
export function findHits(mender: Mender): (pointer: string) => readonly OperationFault[] {
  const { stopped, uses } = mender;
  if (stopped.size === 0) return () => [];
  const hits = spread(stopped, usersOf(uses));
  return (pointer) => {
    const method = segmentsOf(pointer).at(-1) ?? '';
    const path = pointer.split('/').slice(0, 3).join('/');
    const pathItems = new Set([path]);
    for (const holder of pathItems) {
      for (const used of uses.get(holder) ?? []) {
        if (used.startsWith(PATH_ITEM)) pathItems.add(used);
      }
    }
    const holders = [...pathItems].flatMap((holder) => [operationKey(holder, method), holder]);
    return distinct(holders.flatMap((holder) => hits.get(holder) ?? []));
  };
}

/** The holders that refer to a component, by component. */
function usersOf(uses: Mender['uses']): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [holder, components] of uses) {
    for (const component of components) {
      const known = users.get(component);
      if (known === undefined) users.set(component, [holder]);
      else known.push(holder);
    }
  }
  return users;
}

/** Hands the faults of each holder on to its users, and theirs, until nobody hears of a new one. */
function spread(
  stopped: FaultsByHolder,
  users: ReadonlyMap<string, readonly string[]>,
): FaultsByHolder {
  const hits = new Map([...stopped].map(([holder, faults]) => [holder, distinct(faults)]));
  const open = [...hits.keys()];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const user of users.get(holder) ?? []) {
      const before = hits.get(user) ?? [];
      const after = distinct([...before, ...(hits.get(holder) ?? [])]);
      if (after.length === before.length) continue;
      hits.set(user, after);
      open.push(user);
    }
  }
  return hits;
}

function distinct(faults: readonly OperationFault[]): readonly OperationFault[] {
  return [...new Map(faults.map((fault) => [fault.pointer, fault])).values()].slice(0, MOST_FAULTS);
}
