import type { Operation } from '../model/operation.ts';
import type { Draft } from './draft.ts';
import type { RoleWish } from './read-wishes.ts';
import type { Role, Verb } from './role.ts';
import type { Reading } from './survey.ts';

/** What an operation does, before its collection is settled. */
export interface Assignment {
  readonly reading: Reading;
  readonly verb: Verb;
  readonly draft: Draft;
  /** The parameter that names the row. */
  readonly idParameter?: string;
  /** The property that it names, where it is not the collection's. */
  readonly idProperty?: string;
  readonly rowFrom?: NonNullable<Role['rowFrom']>;
  /** What is sent of it names the row, where it is not called as the property is. */
  readonly idMember?: string;
  readonly action?: string;
  /** The collection whose rows mark which of the draft's rows are listed. */
  readonly marks?: Draft;
  /** The member of the row that it reads or changes. */
  readonly member?: string;
  /** The parameter that names one entry of that member. */
  readonly entryParameter?: string;
  /** What the document says of it itself. */
  readonly wish?: RoleWish;
  readonly because: string;
}

/** What was found out about operations so far. */
export class Findings {
  /** By the id of the operation. */
  readonly assigned: Map<string, Assignment> = new Map();
  /** Why an operation has no part, by its id. */
  readonly reasons: Map<string, string> = new Map();

  /** Keeps the first thing that was said of an operation. */
  assign(assignment: Assignment): void {
    const { id } = assignment.reading.operation;
    if (!this.isSettled(assignment.reading.operation)) this.assigned.set(id, assignment);
  }

  /** Says why operations have no part. */
  leave(readings: readonly Reading[], reason: string): void {
    for (const { operation } of readings) {
      if (!this.isSettled(operation)) this.reasons.set(operation.id, reason);
    }
  }

  /** Whether something was said of the operation. */
  isSettled({ id }: Operation): boolean {
    return this.assigned.has(id) || this.reasons.has(id);
  }
}
