/**
 * Remembers which webhooks came before, so that none counts twice.
 *
 * @remarks Ids get here only after their signature was verified: strangers cannot fill it. Several
 * processes behind one address need one store, such as Redis with `SET id 1 NX EX seconds`.
 */
export interface WebhookReplayStore {
  /**
   * Remembers an id, and tells whether it was known: one step, so that of two at once only one is new.
   *
   * @param id - The `webhook-id`.
   * @param ttlSeconds - How long it must be remembered, in seconds.
   */
  seen(id: string, ttlSeconds: number): boolean | Promise<boolean>;
  /**
   * Forgets an id, because its webhook could not be handled and will come again.
   *
   * @param id - The `webhook-id`.
   */
  forget(id: string): unknown;
}

/** How a {@link memoryReplayStore} remembers. */
export interface MemoryReplayStoreOptions {
  /**
   * Most ids that are kept, from 1; beyond it the oldest is forgotten.
   *
   * @defaultValue 100_000
   */
  readonly maxIds?: number;
  /**
   * The present, in milliseconds since the epoch.
   *
   * @defaultValue `Date.now`
   */
  readonly now?: () => number;
}

/**
 * A replay store for one process.
 *
 * @param options - How much it remembers.
 */
export function memoryReplayStore(options: MemoryReplayStoreOptions = {}): WebhookReplayStore {
  const { maxIds = 100_000, now = Date.now } = options;
  /** When each id is forgotten; the oldest first, since a map keeps its order. */
  const forgottenAt = new Map<string, number>();
  return {
    seen(id, ttlSeconds) {
      const known = (forgottenAt.get(id) ?? 0) > now();
      if (known) return true;
      forgottenAt.delete(id);
      forgottenAt.set(id, now() + ttlSeconds * 1000);
      for (const [oldest, endsAt] of forgottenAt) {
        if (endsAt > now() && forgottenAt.size <= maxIds) break;
        forgottenAt.delete(oldest);
      }
      return false;
    },
    forget: (id) => forgottenAt.delete(id),
  };
}
