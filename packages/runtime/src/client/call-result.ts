import type { ApiError } from '../errors/api-error.ts';
import type { ClientError } from '../errors/client-error.ts';
import type {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../errors/status-errors.ts';
import type { Circumstances } from './circumstances.ts';

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberIn<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;
type Hundred<First extends number> = NumberIn<`${First}${Digit}${Digit}`>;

/** Every status of a success: 200 to 299. */
export type SuccessStatus = Hundred<2>;

/** Every status of an answer that is an error: 304 and 400 to 599. */
export type ErrorStatus = 304 | Hundred<4> | Hundred<5>;

/** The statuses that a range of the document, such as `4XX`, stands for. */
type RangeOf<Key> = Key extends `${infer First extends number}XX` ? Hundred<First> : never;

/** The statuses that the document describes, each or by a range. */
type Described<Answers> = Extract<keyof Answers, number> | RangeOf<keyof Answers>;

/** The class of the error that a status is thrown as. */
export type ErrorOf<Status> = Status extends keyof ByStatus
  ? ByStatus[Status]
  : Status extends Hundred<5>
    ? ServerError
    : ApiError;

interface ByStatus {
  400: BadRequestError;
  401: AuthenticationError;
  // GitHub's way to refuse for the rate limit.
  403: PermissionError | RateLimitError;
  404: NotFoundError;
  409: ConflictError;
  422: ValidationError;
  429: RateLimitError;
}

/** What a call came to that succeeded: the data and its circumstances. */
export interface CallSuccess<Status extends number, Data> extends Circumstances {
  /** Tells a success from a failure. */
  readonly ok: true;
  /** Status of the answer; it tells which data this is. */
  readonly status: Status;
  /** What the call is about. */
  readonly data: Data;
}

/** What a call came to that the API refused. */
export interface CallFailure<Status extends number, Body> {
  /** Tells a success from a failure. */
  readonly ok: false;
  /** Status of the answer; it tells which body this is. */
  readonly status: Status;
  /** What the call would have thrown. */
  readonly error: ErrorOf<Status>;
  /** Body of the answer; `undefined` if it is not JSON, as a page of a proxy. */
  readonly body: Body | undefined;
}

/** What a call came to that got no answer, or one that cannot be read; `error.kind` tells why. */
export interface CallUnanswered {
  /** Tells a success from a failure. */
  readonly ok: false;
  /** There is none. */
  readonly status: undefined;
  /** What the call would have thrown. */
  readonly error: ClientError;
  /** There is none. */
  readonly body: undefined;
}

type Success<Data, Answers> = [Described<Answers> & SuccessStatus] extends [never]
  ? CallSuccess<SuccessStatus, Data>
  : {
      [Key in keyof Answers]: [StatusOf<Key, Answers> & SuccessStatus] extends [never]
        ? never
        : CallSuccess<StatusOf<Key, Answers> & SuccessStatus, Answers[Key]>;
    }[keyof Answers];

type Failure<Answers> = {
  [Key in keyof Answers]: Failures<StatusOf<Key, Answers> & ErrorStatus, Answers[Key]>;
}[keyof Answers];

/** One member for each class of errors, so that a status narrows its error too. */
type Failures<Status extends number, Body> =
  | (Status extends keyof ByStatus ? CallFailure<Status, Body> : never)
  | FailureOfMany<Extract<Exclude<Status, keyof ByStatus>, Hundred<5>>, Body>
  | FailureOfMany<Exclude<Status, keyof ByStatus | Hundred<5>>, Body>;

type FailureOfMany<Status extends number, Body> = [Status] extends [never]
  ? never
  : CallFailure<Status, Body>;

/** What a key of the document's answers stands for, without what others say more exactly. */
type StatusOf<Key, Answers> = Key extends number ? Key : Exclude<RangeOf<Key>, keyof Answers>;

type Rest<Answers> = Failures<
  Exclude<ErrorStatus, Described<Answers>>,
  Answers extends { readonly default: infer Body } ? Body : unknown
>;

/**
 * What a call came to, whatever it was: `ok` tells a success from a failure, and `status` which answer of
 * the document it is.
 *
 * @remarks `Answers` holds the body by status, as the generator writes it. A status that the document does
 * not describe has a body of type `unknown`.
 */
export type CallResult<Data, Answers = unknown> =
  | Success<Data, Answers>
  | Failure<Answers>
  | Rest<Answers>
  | CallUnanswered;
