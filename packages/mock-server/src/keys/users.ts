import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { asText, asTexts, atPointer } from '../model/json-read.ts';
import type { KeyPolicy } from '../model/key-policy.ts';
import type { Row } from '../state/row-group.ts';
import type { KeyMode } from './key-ring.ts';

/** A user, as far as keys depend on it. */
export interface User {
  readonly id: string;
  readonly role: string | undefined;
  readonly companyId: string | null;
  readonly rights: readonly string[];
  readonly blocked: boolean;
  readonly consents: boolean;
  /** As the API shows the user. */
  readonly row: JsonObject;
}

type Holder = Pick<Core, 'worlds' | 'keyPolicy' | 'usersName'>;

/** The user with an id; absent when there is none in this mode. */
export function findUser(holder: Holder, mode: KeyMode, id: string): User | undefined {
  const { worlds, usersName, keyPolicy } = holder;
  const row = usersName === undefined ? undefined : worlds.table(mode, usersName).get(id);
  return row && readUser(keyPolicy, row.data);
}

/** The row of the user with a name that signs in. */
export function findUserRow(holder: Holder, mode: KeyMode, name: string): Row | undefined {
  const { worlds, usersName, keyPolicy } = holder;
  if (usersName === undefined) return undefined;
  const rows = worlds.table(mode, usersName).snapshot();
  return rows.find(({ data }) =>
    [keyPolicy.users.username, '/email'].some((at) => atPointer(data, at) === name),
  );
}

/** What the row of a user says. */
export function readUser({ users }: KeyPolicy, row: JsonObject): User {
  const at = (pointer: string): JsonValue | undefined => atPointer(row, pointer);
  const consent = at(users.consent);
  return {
    id: asText(row['id'], ''),
    role: asText(at(users.role), '') || undefined,
    companyId: asText(at(users.company), '') || null,
    rights: asTexts(at(users.rights)),
    blocked: users.blocked.includes(String(at(users.status))),
    consents: consent === undefined || Boolean(consent),
    row,
  };
}

/**
 * How strong a role is: its highest level where the policy grants levels, else its place among the
 * roles.
 *
 * @returns Absent for a role that the policy does not know.
 */
export function rankOf({ grants, users }: KeyPolicy, role: string): number | undefined {
  const level = grants.kind === 'level' ? grants.roles.get(role) : undefined;
  const place = users.roles.indexOf(role);
  return level ?? (place < 0 ? undefined : place);
}

/** Whether a role is another one, or a stronger one. */
export function atLeast(policy: KeyPolicy, role: string | undefined, wanted: string): boolean {
  if (role === undefined || role === wanted) return role === wanted;
  const [has, needs] = [rankOf(policy, role), rankOf(policy, wanted)];
  return has !== undefined && needs !== undefined && has > needs;
}
