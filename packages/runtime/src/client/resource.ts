import type { Caller } from './caller.ts';

/** Base of every generated resource: methods that are one line to the caller. */
export abstract class Resource {
  /** Makes the calls. */
  protected readonly caller: Caller;

  /**
   * A resource of a client.
   *
   * @param caller - Makes the calls.
   */
  constructor(caller: Caller) {
    this.caller = caller;
  }
}
