import type { KeyPolicy, TokenPolicy } from '../model/key-policy.ts';
import type { Random } from '../random/random.ts';
import type { KeyMode } from './key-ring.ts';
import type { SecretHash } from './secret-hash.ts';

/** An OAuth token as the mock keeps it: plain data, no secret in it. */
export interface TokenRecord {
  readonly kind: 'access' | 'refresh';
  readonly hash: string;
  /** Empty when the token stands for a user. */
  readonly keyId: string;
  /** The user it stands for; absent when it stands for a key. */
  readonly userId?: string;
  readonly mode: KeyMode;
  readonly permissions: readonly string[];
  /** Tokens that came from one another share a family; a refresh token used twice ends it. */
  readonly family: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  used: boolean;
}

/** A pair of tokens at the only moment when they are known. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** What a pair of tokens is issued for. */
export interface TokenGrant {
  /** Empty for a user's tokens. */
  readonly keyId: string;
  readonly userId?: string;
  readonly mode: KeyMode;
  readonly permissions: readonly string[];
  /** Absent for a new family. */
  readonly family?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Access and refresh tokens, kept as hashes. */
export class TokenStore {
  readonly #policy: KeyPolicy;
  readonly #random: Random;
  readonly #hash: () => SecretHash;
  readonly #tokens = new Map<string, TokenRecord>();

  /**
   * @param setup - Policy, chance and hash.
   */
  constructor(setup: {
    readonly policy: KeyPolicy;
    readonly random: Random;
    readonly hash: () => SecretHash;
  }) {
    this.#policy = setup.policy;
    this.#random = setup.random;
    this.#hash = setup.hash;
  }

  /** Issues an access token and a refresh token. */
  issue(grant: TokenGrant): IssuedTokens {
    this.#forgetExpired(grant.now);
    const { accessToken, refreshToken } = this.#policy;
    const family = grant.family ?? this.#random.base62(16);
    return {
      accessToken: this.#add('access', accessToken, { ...grant, family }),
      refreshToken: this.#add('refresh', refreshToken, { ...grant, family }),
      expiresInSeconds: accessToken.lifetimeSeconds,
    };
  }

  /** The record of a token of one kind. */
  find(kind: TokenRecord['kind'], token: string): TokenRecord | undefined {
    const record = this.#tokens.get(this.#hash()(token));
    return record?.kind === kind ? record : undefined;
  }

  /** Ends every token of a family. */
  endFamily(family: string): void {
    for (const [hash, token] of this.#tokens) {
      if (token.family === family) this.#tokens.delete(hash);
    }
  }

  /** All records, without secrets, as plain data. */
  snapshot(): readonly TokenRecord[] {
    return [...this.#tokens.values()];
  }

  /** Puts kept records in the place of its own. */
  restore(records: readonly TokenRecord[]): void {
    this.#tokens.clear();
    for (const record of records) this.#tokens.set(record.hash, record);
  }

  #add(
    kind: TokenRecord['kind'],
    policy: TokenPolicy,
    grant: TokenGrant & { readonly family: string },
  ): string {
    const { mockMarker, length } = this.#policy.secret;
    const token = `${policy.prefix}${grant.mode}_${mockMarker}${this.#random.base62(length)}`;
    const { keyId, userId, permissions, family } = grant;
    const hash = this.#hash()(token);
    const expiresAt = grant.now + policy.lifetimeSeconds * 1000;
    const owner = { keyId, ...(userId === undefined ? {} : { userId }), mode: grant.mode };
    this.#tokens.set(hash, {
      ...{ kind, hash, ...owner, permissions, family, expiresAt, used: false },
    });
    return token;
  }

  // An expired access token is still told from an unknown one for a day.
  #forgetExpired(now: number): void {
    for (const [hash, token] of this.#tokens) {
      if (token.expiresAt + 86_400_000 <= now) this.#tokens.delete(hash);
    }
  }
}
