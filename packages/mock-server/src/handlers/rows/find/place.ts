import type { JsonValue } from '@product/spec-model';
import { notFound, type Outcome } from '../../../exchange/outcome.ts';
import type { Collection, ScopeParameter } from '../../../infer/collection.ts';
import type { Role } from '../../../infer/role.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { type Row, type RowGroup, scopeKey } from '../../../state/row-group.ts';
import type { Table } from '../../../state/table.ts';
import type { Call } from '../../handler.ts';

/** Where in the data an operation works. */
export interface Place {
  readonly role: Role;
  readonly collection: Collection;
  readonly table: Table;
  /** Whose rows, as `scopeKey` writes it; absent when the path does not say whose. */
  readonly scope: string | undefined;
  /** The rows of that scope; of all scopes when the path does not say whose. */
  readonly rows: RowGroup;
  /** What else the path says that rows have: the `project_id` of `/projects/{project_id}/tasks`. */
  readonly wanted: readonly Wanted[];
  /** What the path says of the scope, by the collection's own parameters; absent where it says nothing. */
  readonly values: readonly (string | undefined)[];
}

/** A value that the path says rows have. */
export interface Wanted {
  readonly parameter: ScopeParameter;
  readonly value: string;
}

/**
 * Finds out whose rows the path means.
 *
 * @returns A 404 when a row that the path names on the way is not there.
 */
export function findPlace(call: Call): Place | { readonly missing: Outcome } {
  const role = roleOf(call);
  const { collection } = role;
  const missing = missingParent(call, role);
  if (missing !== undefined) return { missing };
  const { own, others } = planOf(role);
  const values = own.map((parameter) => parameter && pathValue(call, parameter));
  const table = call.core.worlds.table(call.mode, collection.name);
  const known = values.filter((value) => value !== undefined);
  const scope = known.length === values.length ? scopeKey(known) : undefined;
  return {
    ...{ role, collection, table, scope, values },
    rows: scope === undefined ? table.all() : table.within(scope),
    wanted: others.map((parameter) => ({ parameter, value: pathValue(call, parameter) })),
  };
}

/** The operation's part in its collection. */
export function roleOf({ core, operation }: Call): Role {
  const role = core.collections.roles.get(operation.id);
  if (role !== undefined) return role;
  throw new Error(`cannot handle ${operation.id}: ${operation.path} belongs to no collection.`);
}

/** Whether a row shows what the path says, or keeps it beside what it shows. */
export function matchesPath(row: Row, { parameter, value }: Wanted): boolean {
  const { property, member } = parameter;
  const shown = property === undefined ? row.hidden[keptName(parameter)] : row.data[property];
  if (member !== undefined && isObject(shown)) return String(ownValue(shown, member)) === value;
  return namesOf(shown).includes(value);
}

/** The name under which a row keeps what the path said when it was made. */
export function keptName({ parameter }: ScopeParameter): string {
  return `path:${parameter}`;
}

// A reference is an id, or an object that has one.
function namesOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value)
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String);
}

function pathValue({ input }: Call, { parameter }: ScopeParameter): string {
  return String(input.path.get(parameter) ?? '');
}

interface ScopePlan {
  /** The role's parameter for each of the collection's. */
  readonly own: readonly (ScopeParameter | undefined)[];
  readonly others: readonly ScopeParameter[];
}

const plans = new WeakMap<Role, ScopePlan>();

function planOf(role: Role): ScopePlan {
  const known = plans.get(role);
  if (known !== undefined) return known;
  const own = role.collection.scope.map((wanted) => findSame(role.scope, wanted));
  const others = role.scope.filter((one) => one.unbound !== true && !own.includes(one));
  const plan = { own, others };
  plans.set(role, plan);
  return plan;
}

// `/orgs/{org}/repos` and `/repos/{owner}/{repo}` call the same thing by two names.
function findSame(
  given: readonly ScopeParameter[],
  { parameter }: ScopeParameter,
): ScopeParameter | undefined {
  return given.find((one) => (one.standsFor ?? one.parameter) === parameter);
}

function missingParent(call: Call, role: Role): Outcome | undefined {
  for (const parameter of role.scope) {
    const parent = parentOf(call, parameter);
    if (parent === undefined) continue;
    const row = findParent(call, role, parameter);
    if (row === undefined) {
      return notFound(parent.noun, pathValue(call, parameter), parameter.parameter);
    }
  }
  return undefined;
}

function parentOf({ core }: Call, { parent }: ScopeParameter): Collection | undefined {
  const collection = parent === undefined ? undefined : core.collections.byName.get(parent);
  return collection?.isSingleton === true ? undefined : collection;
}

/** The row that a parameter on the way to the rows names; absent when it names none. */
export function findParent(call: Call, role: Role, parameter: ScopeParameter): Row | undefined {
  const parent = parentOf(call, parameter);
  if (parent === undefined) return undefined;
  const table = call.core.worlds.table(call.mode, parent.name);
  const value = pathValue(call, parameter);
  const before = role.scope.slice(0, role.scope.indexOf(parameter));
  const above = parent.scope.map((wanted, at) => findSame(before, wanted) ?? before[at]);
  const known = above.filter((one) => one !== undefined);
  if (known.length < parent.scope.length) return table.get(value);
  return table.within(scopeKey(known.map((one) => pathValue(call, one)))).get(value);
}
