import type { Core } from '../core.ts';
import type { Input } from '../exchange/input.ts';
import type { Outcome } from '../exchange/outcome.ts';
import type { KeyRecord } from '../keys/key-record.ts';
import type { KeyMode } from '../keys/key-ring.ts';
import type { Operation } from '../model/operation.ts';

/** Who calls. */
export interface Caller {
  readonly key: KeyRecord;
  /** Those of the key, or fewer when an access token is used. */
  readonly permissions: readonly string[];
}

/** A valid request, as a handler sees it. */
export interface Call {
  readonly core: Core;
  readonly operation: Operation;
  /** Absent when the operation asks for no key. */
  readonly caller: Caller | undefined;
  /** The world of data that the request works on. */
  readonly mode: KeyMode;
  readonly input: Input;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What one operation does to the state. */
export type Handler = (call: Call) => Outcome | Promise<Outcome>;
