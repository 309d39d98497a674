import type { Core } from '../core.ts';
import type { Input } from '../exchange/input.ts';
import type { MockRequest } from '../exchange/message.ts';
import type { Outcome } from '../exchange/outcome.ts';
import type { Caller } from '../keys/caller.ts';
import type { KeyMode } from '../keys/key-ring.ts';
import type { Operation } from '../model/operation.ts';

/** A valid request, as a handler sees it. */
export interface Call {
  readonly core: Core;
  readonly operation: Operation;
  /** Absent when the operation asks for no key. */
  readonly caller: Caller | undefined;
  /** The world of data that the request works on. */
  readonly mode: KeyMode;
  readonly input: Input;
  /** As it came, for addresses in the answer. */
  readonly request: MockRequest;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What one operation does to the state. */
export type Handler = (call: Call) => Outcome | Promise<Outcome>;

/** Behaviour by the name that `x-mock-handler` gives it. */
export type Handlers = ReadonlyMap<string, Handler>;
