import { ConnectionError } from '../errors/call-errors.ts';
import { maskCause } from '../errors/mask-cause.ts';
import { type Call, contextOf, type Next, type Reply } from './call.ts';

const TEXTUAL = /^text\/|[/+](json|xml)\b|x-www-form-urlencoded/;

/**
 * The one call to `fetch`. Reads the body too, so that the attempt's limits cover it and an answer that
 * is cut off half way can be asked for again.
 */
export const send: Next = async (call) => {
  const { settings, request } = call;
  call.sentAt = settings.clock.now();
  let response: Response;
  try {
    const fetch = settings.fetch ?? globalThis.fetch;
    response = await fetch(request, { signal: call.attemptSignal });
  } catch (cause) {
    throw lost(call, isTooLarge(cause) ? 'headers_too_large' : 'connection_failed', cause);
  }
  refuseRedirect(call, response);
  if (call.streamed && response.ok) return { response, body: '' };
  try {
    return { response, ...parse(response, await readBody(response)) };
  } catch (cause) {
    throw lost(call, 'body_cut_off', cause);
  }
};

/** Reads JSON here, where an answer that was cut off half way can still be asked for again. */
function parse(response: Response, body: string | ArrayBuffer): Omit<Reply, 'response'> {
  const isJson = /[/+]json\b/i.test(response.headers.get('content-type') ?? '');
  if (!isJson || !response.ok || typeof body !== 'string' || body === '') return { body };
  try {
    return { body, json: { value: JSON.parse(body) } };
  } catch {
    return { body, isBroken: true };
  }
}

async function readBody(response: Response): Promise<string | ArrayBuffer> {
  if (response.body === null) return '';
  const textual = TEXTUAL.test(response.headers.get('content-type') ?? 'text/plain');
  return textual ? response.text() : response.arrayBuffer();
}

/** What Node's `fetch` throws for a block of headers of more than 16 kB. */
function isTooLarge(cause: unknown): boolean {
  return Object(Object(cause).cause).code === 'UND_ERR_HEADERS_OVERFLOW';
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
function refuseRedirect(call: Call, { status, type, body }: Response): void {
  const redirect = status >= 300 && status < 400 && status !== 304;
  if (!redirect && type !== 'opaqueredirect') return;
  body?.cancel().catch(() => undefined);
  const message =
    'cannot follow a redirect: the credential belongs to its origin. Set baseUrl to where the API is.';
  throw new ConnectionError('redirect_refused', message, contextOf(call));
}
