import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of its own, and the messages it sends in the order it sends them. */
export class Child {
  readonly #process: ChildProcess;
  readonly #messages: unknown[] = [];

  /** Starts a file with one argument. */
  constructor(file: URL, argument = '') {
    const path = fileURLToPath(file);
    this.#process = fork(path, [argument], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#process.on('message', (message) => this.#messages.push(message));
    this.#process.stderr?.on('data', (text) => process.stderr.write(text));
  }

  /**
   * The next message; `undefined` if the process ended without one.
   *
   * @remarks The channel ends after its last message; the process may exit before that.
   */
  async next(): Promise<unknown> {
    while (this.#messages.length === 0) {
      if (!this.#process.connected) return undefined;
      const told = new AbortController();
      const { signal } = told;
      const events = ['message', 'disconnect'].map((event) =>
        once(this.#process, event, { signal }),
      );
      await Promise.race(events.map((event) => event.catch(() => undefined)));
      told.abort();
    }
    return this.#messages.shift();
  }

  /** Sends it a message. */
  send(message: number | string): void {
    this.#process.send(message);
  }

  /** Ends it without a word. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
