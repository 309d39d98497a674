import { ClientError, type ErrorContext } from './client-error.ts';

/** What an answer looked like that could not be read. */
export interface DecodeDetails extends ErrorContext {
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** Start of the body, at most 200 characters, without secrets. */
  readonly snippet: string;
}

/**
 * A success whose content is not what the API promises.
 *
 * @remarks `code` is `invalid_json`, `unexpected_content_type`, `empty_body`, `unexpected_page` or
 * `cursor_loop`.
 */
export class DecodeError extends ClientError {
  /** Tells this error from others. */
  override readonly kind = 'decode' as const;
  /** Name of the class. */
  override readonly name: string = 'DecodeError';
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** Start of the body, at most 200 characters, without secrets. */
  readonly snippet: string;

  /**
   * The error of an answer that cannot be read.
   *
   * @param code - What is wrong with the answer.
   * @param message - The same for people.
   * @param details - What the answer looked like.
   */
  constructor(code: string, message: string, details: DecodeDetails) {
    super(code, message, details);
    this.status = details.status;
    this.requestId = details.requestId;
    this.snippet = details.snippet;
  }
}
