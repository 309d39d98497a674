import { decodeError, interpret, snippetOf } from '../client/decode.ts';
import { ConnectionError } from '../errors/call-errors.ts';
import { maskCause } from '../errors/mask-cause.ts';
import { type Call, contextOf, type Next } from './call.ts';
import { signalOf } from './interrupt.ts';
import { readBody } from './read-body.ts';

/**
 * The one call to `fetch`. Reads the body too, so that the attempt's limits cover it and an answer that
 * is cut off half way can be asked for again.
 */
export const send: Next = async (call) => {
  const { settings, request, streamed } = call;
  call.sentAt = settings.clock.now();
  let response: Response;
  try {
    const fetch = settings.fetch ?? globalThis.fetch;
    response = await fetch(request, { ...call.fetchOptions, signal: signalOfSend(call) });
  } catch (cause) {
    throw lost(call, isTooLarge(cause) ? 'headers_too_large' : 'connection_failed', cause);
  }
  refuseRedirect(call, response);
  if (streamed && response.ok) return { response, body: '' };
  const { bytes, cut } = await readBody(response, call.maxResponseBytes);
  call.bytes = bytes.byteLength;
  if (!cut) {
    const { body, data, fault } = interpret(call.operation, response, bytes);
    return { response, body, data, fault };
  }
  const reply = { response, body: bytes };
  if (cut.tooLarge) throw decodeError(call, reply, 'response_too_large');
  if (isBadEncoding(cut.cause)) return { ...reply, fault: 'invalid_encoding' };
  throw Object.assign(lost(call, 'body_cut_off', cut.cause), snippetOf(call, reply));
};

/** A body that is handed on outlives its attempt; the caller's signal must end it all the same. */
function signalOfSend(call: Call): AbortSignal | null {
  const { attemptSignal, streamed } = call;
  return streamed && attemptSignal
    ? AbortSignal.any([attemptSignal, signalOf(call)])
    : attemptSignal;
}

/** What Node's `fetch` throws for a block of headers of more than 16 kB. */
function isTooLarge(cause: unknown): boolean {
  return codeOf(cause) === 'UND_ERR_HEADERS_OVERFLOW';
}

/** What Node's `fetch` throws for gzip, Brotli and Zstandard that are none. */
function isBadEncoding(cause: unknown): boolean {
  return /^(Z_|ERR__|ZSTD_)/.test(codeOf(cause));
}

function codeOf(cause: unknown): string {
  return String(Object(Object(cause).cause).code);
}

const WHAT = {
  connection_failed: 'no answer came',
  body_cut_off: 'the answer was cut off',
  headers_too_large: 'the headers of the answer are too large',
} as const;

function lost(call: Call, code: keyof typeof WHAT, cause: unknown): Error {
  const what = WHAT[code];
  const masked = maskCause(cause, call.settings.credential);
  return new ConnectionError(code, `cannot finish the request: ${what}.`, contextOf(call, masked));
}

/** A redirect could carry the credential to another origin; and an API has no need of one. */
function refuseRedirect(call: Call, response: Response): void {
  const { status, type } = response;
  const redirect = status >= 300 && status < 400 && status !== 304;
  if (!redirect && type !== 'opaqueredirect') return;
  response.body?.cancel().catch(() => undefined);
  const message =
    'cannot follow a redirect: the credential belongs to its origin. Set baseUrl to where the API is.';
  throw new ConnectionError('redirect_refused', message, contextOf(call));
}
