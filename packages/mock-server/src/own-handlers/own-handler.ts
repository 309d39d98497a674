import type { JsonValue } from '@product/spec-model';
import type { KeyMode } from '../keys/key-ring.ts';
import type { OperationState } from './operation-state.ts';
import type { Answered, BodyOf, PathOf, QueryOf, Success } from './operation-types.ts';

/** A valid request to one operation. */
export interface OperationInput<Op> {
  /** The parameters of the path, in the types that the document gives them. */
  readonly path: PathOf<Op>;
  /** The parameters of the query that came, and those with a default. */
  readonly query: QueryOf<Op>;
  /** As they came, credentials included; names in lower case, several values joined by a comma. */
  readonly headers: { readonly [name: string]: string };
  /** Without what the document calls `readOnly`; undefined when there was none. */
  readonly body: BodyOf<Op>;
}

/** Who calls. */
export interface OperationCaller {
  /** Whom limits are counted for: the key's id, or the user's. */
  readonly id: string;
  /** The world of data that the caller works on. */
  readonly mode: KeyMode;
  /** What it may do. */
  readonly permissions: readonly string[];
}

/** What a handler of one's own is given. */
export interface OperationCall<Op, Operations> {
  /** What is asked, checked against the document. */
  readonly input: OperationInput<Op>;
  /** The rows of the caller's mode. */
  readonly state: OperationState<Operations>;
  /** Undefined when the operation was called without a key. */
  readonly caller: OperationCaller | undefined;
  /** Epoch milliseconds on the mock's clock. */
  readonly now: number;
  /**
   * Does what the mock would have done without this handler, and gives its answer; a second call gives
   * the same answer.
   */
  next(): Promise<OperationResult<Op>>;
}

/** What the mock itself answers. */
export type OperationResult<Op> = Answered<Op> & {
  /** Names as they are customarily written; those of every answer, such as limits, come later. */
  readonly headers: { readonly [name: string]: string };
};

interface AnswerParts {
  /**
   * Names as they are customarily written.
   * @defaultValue none beyond those of every answer
   */
  readonly headers?: { readonly [name: string]: string };
}

type IsSuccess<S> = number extends S ? true : S extends Success ? true : false;

// The status may be left out where it is the success.
type Offered<One> = One extends { readonly status: infer S; readonly body: infer Body }
  ? (IsSuccess<S> extends true ? { readonly status?: S } : { readonly status: S }) &
      (undefined extends Body ? { readonly body?: Body } : { readonly body: Body }) &
      AnswerParts & { readonly unchecked?: false }
  : never;

/** An answer that is sent whatever the document says of it. */
export interface UncheckedAnswer extends AnswerParts {
  /** Set to send what the document does not describe. */
  readonly unchecked: true;
  /**
   * From 100 to 599.
   * @defaultValue the operation's success
   */
  readonly status?: number;
  /** Sent as JSON. */
  readonly body?: JsonValue | undefined;
}

/** An answer of one's own; undefined: what the mock would have done. */
export type OperationAnswer<Op> = Offered<Answered<Op>> | UncheckedAnswer | undefined;

/** What one operation does in the place of what the mock would have done. */
export type OperationHandler<Op, Operations> = (
  call: OperationCall<Op, Operations>,
) => OperationAnswer<Op> | Promise<OperationAnswer<Op>>;
