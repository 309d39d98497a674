import type { KeyPolicy } from '../model/key-policy.ts';
import type { Random } from '../random/random.ts';
import type { KeptSecret, KeyRecord } from './key-record.ts';
import { drawSecret, shownPrefix } from './secret-form.ts';
import { equalTexts, type SecretHash } from './secret-hash.ts';

/** What a new key is made of. */
export type KeyDraft = Pick<
  KeyRecord,
  | 'mode'
  | 'plan'
  | 'ownerId'
  | 'companyId'
  | 'createdAt'
  | 'name'
  | 'description'
  | 'permissions'
  | 'level'
  | 'apiTypes'
  | 'allowedForAll'
  | 'active'
  | 'logging'
  | 'autoRenew'
  | 'expiresAt'
>;

/** A key with its secret, at the only moment when that is known. */
export interface NewSecret {
  readonly key: KeyRecord;
  readonly secret: string;
}

/** A key found by a secret. */
export interface FoundKey extends KeptSecret {
  readonly key: KeyRecord;
}

/** What the store stands on. */
export interface KeyStoreSetup {
  readonly policy: KeyPolicy;
  readonly random: Random;
  /** Draws the id of a new key. */
  readonly drawId: () => string;
  readonly hash: () => SecretHash;
}

// What is compared when nothing was found: as long as a hash, and never one.
const noHash = '-'.repeat(64);
// Secrets replaced longer ago than this are forgotten: they are unknown, no longer revoked.
const keptSecrets = 10;

/** Every key of the mock, found by id and by the hash of a secret. */
export class KeyStore {
  readonly #setup: KeyStoreSetup;
  readonly #byId = new Map<string, KeyRecord>();
  readonly #bySecret = new Map<string, FoundKey>();
  #nextOrder = 1;

  /** @param setup - Policy, chance and hash. */
  constructor(setup: KeyStoreSetup) {
    this.#setup = setup;
  }

  /** Whether no secret was ever given, so that none need be looked for. */
  get isEmpty(): boolean {
    return this.#bySecret.size === 0;
  }

  /** Makes a key and its secret. */
  create(draft: KeyDraft): NewSecret {
    const key: KeyRecord = {
      ...draft,
      id: this.#setup.drawId(),
      order: this.#nextOrder++,
      prefix: '',
      tail: '',
      revokedAt: null,
      lastUsedAt: null,
      noticeSettledFor: null,
      expiryToldFor: null,
      secrets: [],
      usage: { day: '', onDay: 0, month: '', inMonth: 0 },
      addresses: [],
      refusals: [],
      log: [],
    };
    this.#byId.set(key.id, key);
    return { key, secret: this.#giveSecret(key) };
  }

  /**
   * Gives a key another secret.
   *
   * @param until - The instant from which the old one is refused.
   */
  rotate(key: KeyRecord, until: number): string {
    for (const { hash } of key.secrets.slice(0, -keptSecrets)) this.#bySecret.delete(hash);
    key.secrets = key.secrets.slice(-keptSecrets).map((kept) => ({
      ...kept,
      until: Math.min(kept.until ?? Number.POSITIVE_INFINITY, until),
    }));
    return this.#giveSecret(key);
  }

  /** The key with this id. */
  get(id: string): KeyRecord | undefined {
    return this.#byId.get(id);
  }

  /**
   * The key that this secret opens, or once opened.
   *
   * @remarks A secret is hashed, looked up and compared in the same time whether it is known or not.
   */
  find(secret: string): FoundKey | undefined {
    const hash = this.#setup.hash()(secret);
    const found = this.#bySecret.get(hash);
    return equalTexts(hash, found?.hash ?? noHash) ? found : undefined;
  }

  /** Removes a key without a trace. */
  remove(key: KeyRecord): void {
    this.#byId.delete(key.id);
    for (const { hash } of key.secrets) this.#bySecret.delete(hash);
  }

  /** Oldest first. */
  list(): readonly KeyRecord[] {
    return [...this.#byId.values()];
  }

  /** All records, without secrets, as plain data. */
  snapshot(): readonly KeyRecord[] {
    return this.list();
  }

  /** Puts kept records in the place of its own. */
  restore(records: readonly KeyRecord[]): void {
    this.#byId.clear();
    this.#bySecret.clear();
    this.#nextOrder = 1;
    for (const key of records) {
      this.#byId.set(key.id, key);
      this.#index(key);
      this.#nextOrder = key.order + 1;
    }
  }

  #giveSecret(key: KeyRecord): string {
    const { policy, random, hash } = this.#setup;
    const { start, secret } = drawSecret(random, policy.secret, policy.modes.get(key.mode) ?? '');
    key.prefix = shownPrefix(secret, start.length + policy.displayLength);
    key.tail = secret.slice(secret.length - policy.tailLength);
    const kept: KeptSecret = { hash: hash()(secret), until: null };
    key.secrets = [...key.secrets, kept];
    this.#index(key);
    return secret;
  }

  #index(key: KeyRecord): void {
    for (const kept of key.secrets) this.#bySecret.set(kept.hash, { key, ...kept });
  }
}
