import { ClientError, type ErrorContext } from './client-error.ts';

/** What can be wrong with a success. */
export type DecodeCode =
  | 'unexpected_content_type'
  | 'empty_body'
  | 'invalid_json'
  | 'invalid_utf8'
  | 'invalid_encoding'
  | 'response_too_large'
  | 'response_invalid'
  | 'body_streamed'
  | 'unexpected_page'
  | 'cursor_loop'
  | 'foreign_link';

/** One thing about an answer that the document does not allow. */
export interface ResponseIssue {
  /** JSON pointer into the answer's data; empty for the whole of it. */
  readonly pointer: string;
  /** Keyword of JSON Schema that it breaks, such as `required`. */
  readonly keyword: string;
  /** What is wrong, for people. */
  readonly message: string;
}

/** What an answer looked like that could not be read. */
export interface DecodeDetails extends ErrorContext {
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** Start of the body, at most 200 characters, without secrets. */
  readonly snippet: string;
  /** What the document does not allow. */
  readonly issues?: readonly ResponseIssue[] | undefined;
}

/**
 * An answer whose content is not what the API promises.
 *
 * @remarks `code` tells what is wrong: see {@link DecodeCode}. `invalid_encoding` is a compression that is
 * none, `response_too_large` a body of more than `maxResponseBytes`, `response_invalid` data that
 * `validateResponses` refused, and `body_streamed` the data of a call that `asResponse()` took.
 */
export class DecodeError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'decode' as const;
  /** Name of the class. */
  override readonly name: string = 'DecodeError';
  /** What is wrong with the answer. */
  declare readonly code: DecodeCode;
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** Start of the body, at most 200 characters, without secrets. */
  readonly snippet: string;
  /** With `response_invalid`, what the document does not allow; else empty. */
  readonly issues: readonly ResponseIssue[];

  /**
   * The error of an answer that cannot be read.
   *
   * @param code - What is wrong with the answer.
   * @param message - The same for people.
   * @param details - What the answer looked like.
   */
  constructor(code: DecodeCode, message: string, details: DecodeDetails) {
    super(code, message, details);
    this.status = details.status;
    this.requestId = details.requestId;
    this.snippet = details.snippet;
    this.issues = details.issues ?? [];
  }
}
