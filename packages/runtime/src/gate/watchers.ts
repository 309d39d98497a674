import type { RateLimitSnapshot } from './snapshot.ts';

type Watcher = (snapshot: RateLimitSnapshot) => void;

/** Those who want to know whenever an answer has told something of the limit. */
export class Watchers {
  readonly #all = new Set<Watcher>();

  /**
   * Adds one.
   *
   * @param watcher - Called with what is known; one that throws harms nothing.
   * @returns Takes it away again.
   */
  add(watcher: Watcher): () => void {
    this.#all.add(watcher);
    return () => this.#all.delete(watcher);
  }

  /**
   * Tells them all.
   *
   * @param snapshot - Takes what is known, if anyone wants to know.
   */
  tell(snapshot: () => RateLimitSnapshot): void {
    if (this.#all.size === 0) return;
    const known = snapshot();
    for (const watcher of this.#all) {
      try {
        watcher(known);
      } catch {
        // A listener that throws harms no call.
      }
    }
  }
}
