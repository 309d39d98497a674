import { DecodeError } from '../errors/decode-error.ts';
import { errorFromAnswer } from '../errors/error-from-answer.ts';
import { type Call, contextOf, type Reply } from '../pipeline/call.ts';

const LONGEST_SNIPPET = 200;

/**
 * The data of an answer.
 *
 * @remarks The content type decides: an HTML page with status 200 is never taken for data.
 * @param call - The call.
 * @param reply - Its answer.
 * @throws {@link DecodeError}
 */
export function decode(call: Call, reply: Reply): unknown {
  const { body, response, json, isBroken } = reply;
  const type = response.headers.get('content-type') ?? '';
  const isJson = /[/+]json\b/i.test(type);
  const { responseType, method } = call.operation;
  if (responseType !== undefined && type.startsWith(responseType)) return body;
  if (typeof body !== 'string') throw decodeError(call, reply, 'unexpected_content_type');
  if (body === '') {
    if (isJson && response.status !== 204 && method !== 'HEAD')
      throw decodeError(call, reply, 'empty_body');
    return undefined;
  }
  if (!isJson) throw decodeError(call, reply, 'unexpected_content_type');
  if (isBroken || !json) throw decodeError(call, reply, 'invalid_json');
  return json.value;
}

const REASONS = {
  invalid_json: 'its body is not JSON',
  unexpected_content_type: 'it is not of the content type that the API promises',
  empty_body: 'its body is empty',
  unexpected_page: 'it is no page of a list',
  cursor_loop: 'it names a cursor that was followed before',
} as const;

/**
 * The error of a success that is not what the API promises.
 *
 * @param call - The call.
 * @param reply - Its answer.
 * @param code - What is wrong with it.
 */
export function decodeError(call: Call, reply: Reply, code: keyof typeof REASONS): DecodeError {
  const { response, body } = reply;
  const text = typeof body === 'string' ? body : `${body.byteLength} bytes`;
  return new DecodeError(code, `cannot read the answer: ${REASONS[code]}.`, {
    ...contextOf(call),
    status: response.status,
    requestId: requestIdOf(response.headers),
    // Masked before it is cut: the cut could leave a part of a secret that is no longer recognised.
    snippet: call.settings.credential.maskIn(text).slice(0, LONGEST_SNIPPET),
  });
}

/**
 * The typed error of an answer with an error status.
 *
 * @param call - The call.
 * @param reply - Its answer.
 */
export function apiError(call: Call, reply: Reply): Error {
  const { response, body, rateLimit, retryAfterMs } = reply;
  const { credential, clock } = call.settings;
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, credential.maskIn(value));
  const exhausted = rateLimit?.find(({ remaining }) => remaining === 0);
  const resetAfterMs = exhausted?.resetAfterMs ?? retryAfterMs;
  const facts = {
    ...contextOf(call),
    status: response.status,
    headers,
    requestId: requestIdOf(headers),
    retryAfterMs,
    resetAt: resetAfterMs === undefined ? undefined : clock.now() + resetAfterMs,
    policy: exhausted?.policy,
    limit: exhausted?.limit,
    isRefused: reply.isRefused,
  };
  return errorFromAnswer(facts, credential.maskIn(typeof body === 'string' ? body : ''));
}

/**
 * Id that the server gave a request.
 *
 * @param headers - Headers of the answer.
 */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? headers.get('request-id') ?? undefined;
}

/**
 * An answer whose body can be read, made of one whose body has been.
 *
 * @param reply - The answer.
 */
export function freshResponse({ response, body }: Reply): Response {
  const { status, statusText, headers, url } = response;
  const empty = status === 204 || status === 205 || status === 304;
  const fresh = new Response(empty ? null : body, { status, statusText, headers });
  return Object.defineProperty(fresh, 'url', { value: url });
}
