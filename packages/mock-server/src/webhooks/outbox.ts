import type { JsonObject, JsonValue } from '@product/spec-model';
import type { WebhookDelivery } from '../mock.ts';

/** A delivery with what only the sender needs to know. */
export interface OutboxEntry extends WebhookDelivery {
  /** The mode of the endpoint. */
  readonly mode: string;
}

// The oldest are dropped beyond this, so that a long-running mock does not grow for ever.
const capacity = 1000;

/** Every delivery, oldest first, at most a thousand. Entries are replaced, never changed. */
export class Outbox {
  readonly #entries = new Map<string, OutboxEntry>();

  /** Oldest first. */
  list(): readonly WebhookDelivery[] {
    return [...this.#entries.values()].map(({ mode: _mode, ...delivery }) => delivery);
  }

  /** One of them, unless it was dropped. */
  get(id: string): OutboxEntry | undefined {
    return this.#entries.get(id);
  }

  /** Adds one, or replaces the one with the same id. */
  put(entry: OutboxEntry): void {
    this.#entries.set(entry.id, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > capacity && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Entries whose next attempt is due by then, oldest first. */
  due(now: number): OutboxEntry[] {
    return [...this.#entries.values()].filter(
      (entry) => entry.nextAttemptAt !== undefined && entry.nextAttemptAt <= now,
    );
  }

  /** The earliest planned attempt, in epoch milliseconds. */
  nextDueAt(): number | undefined {
    let earliest: number | undefined;
    for (const { nextAttemptAt } of this.#entries.values()) {
      if (nextAttemptAt === undefined) continue;
      if (earliest === undefined || nextAttemptAt < earliest) earliest = nextAttemptAt;
    }
    return earliest;
  }

  /** Forgets all. */
  clear(): void {
    this.#entries.clear();
  }

  /**
   * All entries as plain data.
   *
   * @remarks An attempt under way cannot be carried over, so it is written down as due at once.
   */
  snapshot(): JsonValue {
    return [...this.#entries.values()].map((entry): JsonObject => {
      const underWay = entry.status === 'pending' && entry.nextAttemptAt === undefined;
      return { ...entry, ...(underWay ? { nextAttemptAt: entry.attemptedAt } : {}) };
    });
  }

  /** Puts the entries of a snapshot in place of its own. */
  restore(snapshot: JsonValue): void {
    this.#entries.clear();
    // Only snapshot() writes this part; the mock checks the version of the whole before it asks.
    for (const entry of snapshot as unknown as readonly OutboxEntry[]) this.put(entry);
  }
}
