import type { ApiProfile } from '../client/profile.ts';
import { ApiError, type ApiErrorDetails } from './api-error.ts';
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './status-errors.ts';

/** What is known of an answer before its body is read as an error. */
export interface AnswerFacts extends Omit<ApiErrorDetails, 'code' | 'message' | 'body'> {
  /** Whether it refuses the call for the rate limit, whatever its status. */
  readonly isRefused?: boolean | undefined;
  /** Reads the API's own form of errors; see {@link ApiProfile.readError}. */
  readonly readError?: ApiProfile['readError'];
}

const classByStatus: { readonly [status: number]: typeof ApiError } = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
};

/**
 * The error that an answer with an error status stands for, whatever its body is.
 *
 * @remarks Reads problem details, the errors of OAuth 2.0 and the `{ error: { code, message } }` that
 * many APIs use. A body that is none of these is kept as text.
 * @param facts - Status, headers and circumstances.
 * @param text - The body, without secrets.
 * @see RFC 9457 section 3, RFC 6749 section 5.2
 */
export function errorFromAnswer(facts: AnswerFacts, text: string): ApiError {
  const { status } = facts;
  const body = parseOrKeep(text);
  const outer = Object(body);
  const inner = typeof outer.error === 'object' && outer.error !== null ? outer.error : outer;
  const own = facts.readError?.(body) ?? {};
  const code =
    firstText(own.code, inner.code, outer.code, outer.error, inner !== outer && inner.type) ??
    `http_${status}`;
  const message =
    firstText(own.message, inner.message, outer.detail, outer.error_description, outer.title) ??
    `the API answered with status ${status}`;
  const ErrorClass =
    classByStatus[facts.isRefused ? 429 : status] ?? (status >= 500 ? ServerError : ApiError);
  return new ErrorClass({ ...facts, body, code, message });
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && candidate !== '') return candidate;
  }
  return undefined;
}
