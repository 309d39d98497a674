import type { Core } from '../core.ts';
import type { KeyPolicy } from '../model/key-policy.ts';
import type { KeyRecord } from './key-record.ts';
import type { KeyMode } from './key-ring.ts';
import { findUser, type User } from './users.ts';

/** Who calls, and what they may do. */
export interface Caller {
  /** Whom limits and repetitions are counted for: the key's id, or the user's. */
  readonly id: string;
  readonly mode: KeyMode;
  readonly plan: string;
  /** The security scheme whose credentials came. */
  readonly scheme: string;
  /** Absent when a user signed in without a key. */
  readonly key: KeyRecord | undefined;
  /** The user behind it; absent when the rows have none. */
  readonly user: User | undefined;
  readonly ownerId: string;
  readonly companyId: string | null;
  readonly permissions: readonly string[];
  readonly level: number;
  readonly role: string | undefined;
  /** Absent: all of them. */
  readonly apiTypes: readonly string[] | undefined;
}

/** What a caller is made of. */
export type CallerGround = Pick<Core, 'worlds' | 'keyPolicy' | 'limitPolicy' | 'usersName'>;

const everything: readonly string[] = ['admin:*'];

/**
 * The caller that a key, or a token of it, stands for.
 *
 * @param permissions - Fewer than the key's when a token carries fewer.
 */
export function callerOfKey(
  ground: CallerGround,
  key: KeyRecord,
  { scheme, permissions }: { readonly scheme: string; readonly permissions?: readonly string[] },
): Caller {
  const { grants } = ground.keyPolicy;
  const user = findUser(ground, key.mode, key.ownerId);
  const all = grants.kind !== 'api_types' || key.allowedForAll;
  return {
    id: key.id,
    mode: key.mode,
    plan: key.plan,
    scheme,
    key,
    user,
    ownerId: key.ownerId,
    companyId: key.companyId,
    permissions: grants.kind === 'scopes' ? (permissions ?? key.permissions) : everything,
    level: Math.min(key.level, levelOf(ground.keyPolicy, user)),
    role: grants.kind === 'role' ? grants.role : user?.role,
    apiTypes: all ? undefined : key.apiTypes,
  };
}

/** The caller that a signed-in user is: every scope and API type, the level of the role. */
export function callerOfUser(
  ground: CallerGround,
  user: User,
  { scheme, mode }: { readonly scheme: string; readonly mode: KeyMode },
): Caller {
  return {
    id: user.id,
    mode,
    plan: ground.limitPolicy.defaultPlan,
    scheme,
    key: undefined,
    user,
    ownerId: user.id,
    companyId: user.companyId,
    permissions: everything,
    level: levelOf(ground.keyPolicy, user),
    role: user.role,
    apiTypes: undefined,
  };
}

// Without rows of users nothing says that the owner may do less than the key.
function levelOf({ grants }: KeyPolicy, user: User | undefined): number {
  if (grants.kind !== 'level' || user === undefined) return Number.POSITIVE_INFINITY;
  return grants.roles.get(user.role ?? '') ?? grants.min;
}
