/**
 * What ends when a client is disposed of: its calls that are under way, and its subscriptions.
 *
 * @remarks A set of functions rather than one signal: a signal walks through all of its listeners
 * whenever one is added.
 */
export class OpenThings {
  readonly #ends = new Set<() => void>();
  #isDisposed = false;

  /** Whether the client was disposed of: nothing may begin any more. */
  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /**
   * Notes something that is open now.
   *
   * @param end - Ends it.
   * @returns Says that it has ended.
   */
  add(end: () => void): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  /** Ends everything that is open. */
  dispose(): void {
    this.#isDisposed = true;
    for (const end of this.#ends) end();
    this.#ends.clear();
  }
}
