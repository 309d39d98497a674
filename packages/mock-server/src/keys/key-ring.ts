/** Which of the separate worlds of data a key opens: `live`, `test`, or what the policy names. */
export type KeyMode = string;

/** What a new key shall be. */
export interface KeyOptions {
  /**
   * The world of data it opens.
   * @defaultValue `'test'`
   */
  readonly mode?: KeyMode;
  /**
   * What it may do.
   * @defaultValue `['admin:*']`
   */
  readonly permissions?: readonly string[];
  /**
   * The plan whose rate limits bind it.
   * @defaultValue the document's `default_plan`
   */
  readonly plan?: string;
  /**
   * What it is for.
   * @defaultValue `'Key made by the test'`
   */
  readonly name?: string;
  /** Instant from which it is refused; a Date, epoch milliseconds or an ISO 8601 text. */
  readonly expiresAt?: Date | number | string;
  /**
   * Whether it renews itself when it would expire; only plans that the document names do.
   * @defaultValue `false`
   */
  readonly autoRenew?: boolean;
  /** The id of the user that owns it. @defaultValue the first user */
  readonly ownerId?: string;
  /** The company that owns it. @defaultValue that of the owner's row */
  readonly companyId?: string;
  /**
   * What it may do at most, where keys have levels; the owner's role bounds it too.
   * @defaultValue the policy's highest level
   */
  readonly level?: number;
  /**
   * The API types that it is allowed for, where keys have any.
   * @defaultValue all of them
   */
  readonly apiTypes?: readonly string[];
  /**
   * Whether it is allowed for every API type.
   * @defaultValue `true` unless `apiTypes` are given
   */
  readonly allowedForAll?: boolean;
  /**
   * Whether it is switched on.
   * @defaultValue `true`
   */
  readonly active?: boolean;
}

/** A key as anyone may see it. */
export interface KeyInfo {
  /** Names the key in paths: `key_…`. */
  readonly id: string;
  /** What it is for. */
  readonly name: string;
  /** The world of data it opens. */
  readonly mode: KeyMode;
  /** The plan whose rate limits bind it. */
  readonly plan: string;
  /** What it may do. */
  readonly permissions: readonly string[];
  /** How it stands now. */
  readonly status: 'active' | 'expired' | 'revoked' | 'inactive';
  /** Epoch milliseconds; absent when it never expires. */
  readonly expiresAt?: number;
  /** Epoch milliseconds; absent unless it is revoked. */
  readonly revokedAt?: number;
}

/** A key at the only moment when its secret is known. */
export interface CreatedKey extends KeyInfo {
  /** What to send as bearer: `sk_test_mock_…`. The mock keeps a keyed hash of it only. */
  readonly secret: string;
}

/** The three keys that a first `curl` needs. */
export interface FirstKeys {
  /** May do everything, on test data. */
  readonly test: CreatedKey;
  /** May read everything, on test data. */
  readonly readOnly: CreatedKey;
  /** May do everything, on live data. */
  readonly live: CreatedKey;
}

/** The keys that the mock knows, for the one who writes a test. */
export interface KeyRing {
  /** Makes a key without asking the API. */
  create(options?: KeyOptions): CreatedKey;
  /** Makes one full test key, one read-only test key and one live key. */
  createFirstKeys(): FirstKeys;
  /**
   * Revokes a key at once; the record stays.
   *
   * @throws {@link MockError} with code `unknown_key` when no key has this id.
   */
  revoke(id: string): void;
  /** Every key of both modes, oldest first, without secrets. */
  list(): readonly KeyInfo[];
}
