import { forbidden } from '../../exchange/authorize.ts';
import type { Outcome } from '../../exchange/outcome.ts';
import { settleNearNotice } from '../../keys/key-agenda.ts';
import type { KeyLogging } from '../../keys/key-record.ts';
import type { KeyDraft } from '../../keys/key-store.ts';
import type { Call } from '../handler.ts';
import { refuseExpiry } from './check-expiry.ts';
import { refuseGrants } from './check-grants.ts';
import {
  keyOutcome,
  managerOf,
  reaches,
  refuseEscalation,
  refuseRenewal,
  tellAboutKey,
} from './key-access.ts';
import { type KeyWish, readWish } from './read-wish.ts';
import { readSentFields, type SentFields } from './sent-fields.ts';

const unlogged: KeyLogging = { all: false, until: null, types: [] };

/** Makes a key and shows its secret, this once. It has the plan and the owner of the caller's. */
export function createKey(call: Call): Outcome {
  const fields = readSentFields(call, true);
  const wish = readWish(fields, unlogged, call.now);
  return refuse(call, wish, fields) ?? issueKey(call, draftKey(call, wish));
}

/** Makes the key of a draft, tells of it and answers it with its secret. */
export function issueKey(call: Call, draft: KeyDraft): Outcome {
  const { core, now } = call;
  const { key, secret } = core.keys.create(draft);
  settleNearNotice(key, core.keyPolicy, now);
  tellAboutKey(call, key);
  return { ...keyOutcome(call, key, secret), headers: { Location: placeOf(call, key.id) } };
}

// Where a key is read, which need not be below where it was made.
function placeOf({ core, operation }: Call, id: string): string {
  const all = [...core.operations.values()];
  const read = all.find(({ handlerName }) => handlerName === 'api-keys.get');
  const path = read?.path ?? `${operation.path.replace(/\/\{.*$/, '')}/{id}`;
  return core.basePath + path.replace(/\{[^{}]*\}/, encodeURIComponent(id));
}

function draftKey(call: Call, wish: KeyWish): KeyDraft {
  const { plan, ownerId, companyId } = managerOf(call);
  const { grants, expiry, hasSwitch } = call.core.keyPolicy;
  const { maxSeconds } = expiry;
  return {
    name: '',
    description: null,
    permissions: [],
    level: grants.kind === 'level' ? grants.min : 0,
    apiTypes: [],
    allowedForAll: false,
    active: !hasSwitch,
    logging: unlogged,
    autoRenew: false,
    // A key that names no end where there is a longest life lives that long.
    expiresAt: maxSeconds === undefined ? null : call.now + maxSeconds * 1000,
    ...wish,
    ...{ mode: wish.mode ?? call.mode, plan, ownerId, companyId, createdAt: call.now },
  };
}

function refuse(call: Call, wish: KeyWish, fields: SentFields): Outcome | undefined {
  const mode = wish.mode ?? call.mode;
  if (!reaches(call, mode)) {
    const detail = `A ${call.mode} key cannot make a ${mode} key. Use a ${mode} key.`;
    return forbidden('insufficient_scope', detail);
  }
  const before = { apiTypes: [], allowedForAll: false, logging: unlogged };
  return (
    refuseEscalation(call, wish) ??
    (wish.autoRenew === true ? refuseRenewal(call, managerOf(call).plan) : undefined) ??
    refuseExpiry(call, fields) ??
    refuseGrants(call, { wish, before, fields })
  );
}
