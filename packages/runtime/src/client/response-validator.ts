import type { ResponseIssue } from '../errors/decode-error.ts';

/** The data of a success, and what it answers. */
export interface AnswerData {
  /** The operationId. */
  readonly operation: string;
  /** Status of the answer. */
  readonly status: number;
  /** The data. */
  readonly data: unknown;
}

/**
 * Checks data against the document.
 *
 * @returns What the document does not allow: then the call ends in a {@link DecodeError}
 * `response_invalid`. Nothing, or an empty list, lets the data pass.
 */
export type ResponseValidator = (answer: AnswerData) => readonly ResponseIssue[] | undefined;
