/** A call of the control API that cannot be obeyed. */
export class ControlError extends Error {
  /** 400 to 499. */
  readonly status: number;
  /** The stable code, in snake case. */
  readonly code: string;
  /** Headers that the answer needs. */
  readonly headers: { readonly [name: string]: string };

  /**
   * @param facts - Status, code and headers.
   * @param message - cannot (verb) (object): (reason). (what to do).
   */
  constructor(facts: ControlErrorFacts, message: string) {
    super(message);
    this.name = 'ControlError';
    this.status = facts.status;
    this.code = facts.code;
    this.headers = facts.headers ?? {};
  }
}

/** What tells the errors apart, and what their answer needs. */
export interface ControlErrorFacts {
  /** 400 to 499. */
  readonly status: number;
  /** The stable code, in snake case. */
  readonly code: string;
  /** Headers besides the usual ones. */
  readonly headers?: { readonly [name: string]: string };
}
