import type { JsonValue } from '@product/spec-model';

/** A fault that the mock plays instead of its own answer. */
export interface Fault {
  /** The operationId it applies to, `tasks.list`; all operations when absent. */
  readonly operation?: string;
  /** The method it applies to, in capitals. */
  readonly method?: string;
  /** The path template it applies to, `/tasks/{task_id}`. */
  readonly path?: string;
  /** The status to answer with; without it (and without `error`) the request goes on after the delay. */
  readonly status?: number;
  /**
   * How often it strikes; `Infinity` for always.
   * @defaultValue `1`
   */
  readonly times?: number;
  /** Value of `Retry-After`, in seconds. */
  readonly retryAfter?: number;
  /** Waits this many milliseconds on the mock's clock before anything else. */
  readonly delayMs?: number;
  /** `reset` breaks the connection off. */
  readonly error?: 'reset';
  /** The body; a text is sent as it is, anything else as JSON. @defaultValue a problem+json of the status */
  readonly body?: JsonValue;
  /** Further headers; they win over the mock's own. */
  readonly headers?: { readonly [name: string]: string };
}

/** Scripted faults, the oldest that fits strikes first. */
export interface Faults {
  /**
   * Adds one behind the others.
   *
   * @throws {@link MockError} with code `unknown_operation` or `invalid_option`.
   */
  add(fault: Fault): void;
  /** Those that have not struck out yet, in order, with the `times` they have left. */
  list(): readonly Fault[];
  /** Forgets all. */
  clear(): void;
}
