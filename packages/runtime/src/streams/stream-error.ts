import { requestIdOf } from '../client/decode.ts';
import { AbortError, ConnectionError } from '../errors/call-errors.ts';
import { ClientError } from '../errors/client-error.ts';
import { type DecodeCode, DecodeError } from '../errors/decode-error.ts';
import { maskCause } from '../errors/mask-cause.ts';
import { type Call, contextOf } from '../pipeline/call.ts';

/** A stream and where it comes from. */
export interface StreamOrigin {
  /** The answer. */
  readonly response: Response;
  /** The call, if a client made it: it knows what must not be shown. */
  readonly call?: Call | undefined;
  /** Ends the stream. */
  readonly signal?: AbortSignal | undefined;
}

const REASONS = {
  unexpected_content_type: 'it is no stream of this kind',
  invalid_json: 'one of its items is not JSON',
  invalid_utf8: 'its text is not UTF-8',
  response_too_large: 'one of its items is longer than maxLength. Raise it',
} as const;

/**
 * The error of a stream that is not what it should be.
 *
 * @param code - What is wrong with it.
 * @param origin - The stream.
 * @param text - Start of what is wrong. Shown only if the call is known, which masks secrets.
 */
export function streamFault(
  code: DecodeCode & keyof typeof REASONS,
  { response, call }: StreamOrigin,
  text = '',
): DecodeError {
  const { status, headers } = response;
  return new DecodeError(code, `cannot read the stream: ${REASONS[code]}.`, {
    ...(call && contextOf(call)),
    status,
    requestId: requestIdOf(headers, call?.settings.credential ?? { maskIn: (said) => said }),
    snippet: call?.settings.credential.maskIn(text.slice(0, 9_999)).slice(0, 200) ?? '',
  });
}

/**
 * Refuses a stream of another kind: its content type decides.
 *
 * @param origin - The stream; if it is refused, its body is cancelled.
 * @param type - What its content type must begin with.
 * @throws `DecodeError` `unexpected_content_type`.
 */
export function checkType(origin: StreamOrigin, type: RegExp): void {
  const { headers, body } = origin.response;
  if (type.test(headers.get('content-type') ?? '')) return;
  body?.cancel().catch(() => undefined);
  throw streamFault('unexpected_content_type', origin);
}

/**
 * The typed error of a stream that broke off.
 *
 * @param cause - What the platform threw.
 * @param origin - The stream.
 */
export function streamLost(cause: unknown, { call, signal }: StreamOrigin): ClientError {
  if (cause instanceof ClientError) return cause;
  const context = call && contextOf(call);
  if (signal?.aborted || Object(cause).name === 'AbortError') {
    const message = 'cannot read the stream: its signal aborted it.';
    return new AbortError('aborted', message, { ...context, cause: signal?.reason ?? cause });
  }
  const message = 'cannot read the stream: it was cut off.';
  const shown = call ? maskCause(cause, call.settings.credential) : cause;
  return new ConnectionError('body_cut_off', message, { ...context, cause: shown });
}
