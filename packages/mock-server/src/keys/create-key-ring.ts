import type { Core } from '../core.ts';
import { MockError } from '../mock-error.ts';
import { defaultMode } from '../model/key-policy.ts';
import { checkOptionNames } from '../options/check-options.ts';
import { readInstant } from '../options/mock-options.ts';
import { suggestName } from '../options/nearest-name.ts';
import { endKey } from './end-keys.ts';
import { settleNearNotice } from './key-agenda.ts';
import { type KeyRecord, keyStatus } from './key-record.ts';
import type { CreatedKey, FirstKeys, KeyInfo, KeyOptions, KeyRing } from './key-ring.ts';
import { showKey } from './show-key.ts';
import { findUser } from './users.ts';

type Holder = Pick<
  Core,
  'keys' | 'keyPolicy' | 'limitPolicy' | 'clock' | 'scopes' | 'emit' | 'worlds' | 'usersName'
> & {
  /** The user that owns a key when no other is named. */
  readonly firstUserId: () => string;
};

const optionNames: readonly (keyof KeyOptions)[] = [
  ...(['mode', 'permissions', 'plan', 'name', 'expiresAt', 'autoRenew', 'ownerId'] as const),
  ...(['companyId', 'level', 'apiTypes', 'allowedForAll', 'active'] as const),
];

/** The keys of a mock, for the one who writes a test. */
export function createKeyRing(holder: Holder): KeyRing {
  const create = (options: KeyOptions = {}): CreatedKey => createKey(holder, options);
  return {
    create,
    createFirstKeys: () => createFirstKeys(holder, create),
    revoke: (id) => revoke(holder, id),
    list: () => holder.keys.list().map((key) => describe(key, holder.clock.now())),
  };
}

function createKey(holder: Holder, options: KeyOptions): CreatedKey {
  const { keys, keyPolicy, limitPolicy, clock } = holder;
  checkOptionNames('create a key', options, optionNames);
  const mode = options.mode ?? defaultMode(keyPolicy);
  const plan = options.plan ?? limitPolicy.defaultPlan;
  checkChoice('mode', mode, [...keyPolicy.modes.keys()]);
  if (limitPolicy.plans.size > 0) checkChoice('plan', plan, [...limitPolicy.plans.keys()]);
  const now = clock.now();
  const { key, secret } = keys.create({
    mode,
    plan,
    ...ownerOf(holder, mode, options),
    ...powersOf(holder, options),
    createdAt: now,
    name: options.name ?? 'Key made by the test',
    description: null,
    active: options.active ?? true,
    logging: { all: false, until: null, types: [] },
    autoRenew: options.autoRenew ?? false,
    expiresAt: options.expiresAt === undefined ? null : readInstant('expiresAt', options.expiresAt),
  });
  settleNearNotice(key, keyPolicy, now);
  holder.emit({ type: 'api_key.created', mode, data: showKey(key, now) });
  return { ...describe(key, now), secret };
}

function ownerOf(
  holder: Holder,
  mode: string,
  options: KeyOptions,
): Pick<KeyRecord, 'ownerId' | 'companyId'> {
  const ownerId = options.ownerId ?? holder.firstUserId();
  const companyId = options.companyId ?? findUser(holder, mode, ownerId)?.companyId ?? null;
  return { ownerId, companyId };
}

// Whoever does not say what a key may do wants one that may do everything.
function powersOf(
  { keyPolicy: { grants } }: Holder,
  { permissions = ['admin:*'], level, apiTypes, allowedForAll }: KeyOptions,
): Pick<KeyRecord, 'permissions' | 'level' | 'apiTypes' | 'allowedForAll'> {
  return {
    permissions,
    level: level ?? (grants.kind === 'level' ? grants.max : 0),
    apiTypes: apiTypes ?? [],
    allowedForAll: allowedForAll ?? apiTypes === undefined,
  };
}

function createFirstKeys(
  { scopes, keyPolicy }: Holder,
  create: (options: KeyOptions) => CreatedKey,
): FirstKeys {
  const reading = [...scopes].filter((scope) => scope.endsWith(':read'));
  const sandbox = defaultMode(keyPolicy);
  const live = [...keyPolicy.modes.keys()].find((mode) => mode !== sandbox) ?? sandbox;
  return {
    test: create({ mode: sandbox, name: 'Full test key' }),
    readOnly: create({ mode: sandbox, name: 'Read-only test key', permissions: reading }),
    live: create({ mode: live, name: 'Live key' }),
  };
}

function revoke(holder: Holder, id: string): void {
  const { keys, clock, emit } = holder;
  const key = keys.get(id);
  if (key === undefined) {
    const known = keys.list().map((other) => other.id);
    const reason = `there is no key "${id}". ${suggestName(id, known)}`;
    throw new MockError('unknown_key', `cannot revoke a key: ${reason}`);
  }
  if (key.revokedAt !== null) return;
  endKey(holder, key, clock.now());
  emit({ type: 'api_key.revoked', mode: key.mode, data: showKey(key, clock.now()) });
}

function describe(key: KeyRecord, now: number): KeyInfo {
  return {
    id: key.id,
    name: key.name,
    mode: key.mode,
    plan: key.plan,
    permissions: [...key.permissions],
    status: keyStatus(key, now),
    ...(key.expiresAt === null ? {} : { expiresAt: key.expiresAt }),
    ...(key.revokedAt === null ? {} : { revokedAt: key.revokedAt }),
  };
}

function checkChoice(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const reason = `there is no ${option} "${value}". ${suggestName(value, known)}`;
  throw new MockError('invalid_option', `cannot create a key: ${reason}`);
}
