import { type DecodeCode, DecodeError, type ResponseIssue } from '../errors/decode-error.ts';
import { errorFromAnswer } from '../errors/error-from-answer.ts';
import { maskBody, maskHeaders, maskUrl } from '../errors/mask-answer.ts';
import type { Masker } from '../errors/mask-cause.ts';
import { type Call, contextOf, type Reply } from '../pipeline/call.ts';
import type { OperationFacts } from './profile.ts';

const LONGEST_SNIPPET = 200;
const JSON_TYPE = /[/+]json\b/i;
const TEXT_TYPE = /^text\/|[/+](json|xml)\b|x-www-form-urlencoded/i;

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder();

/** What the bytes of an answer say. */
export type Decoded = Pick<Reply, 'body' | 'data' | 'fault'>;

/**
 * Reads the bytes of an answer, within the attempt: what was cut off can still be asked for again.
 *
 * @remarks The content type decides: an HTML page with status 200 is never taken for data. Text is read as
 * UTF-8, a byte order mark is no part of it. Errors are read as well as they can be.
 * @param operation - What the document says of the operation.
 * @param response - The answer, its body used up.
 * @param bytes - Its body.
 */
export function interpret(
  operation: OperationFacts,
  response: Response,
  bytes: Uint8Array<ArrayBuffer>,
): Decoded {
  const { responseType, mayBeEmpty } = operation;
  const { ok, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (ok && !bytes.length && mayBeEmpty) return { body: '' };
  let body: string | Uint8Array<ArrayBuffer> = bytes;
  try {
    // A refusal is read as text whatever it says it is: it may be shown, and so must be masked.
    if (!ok) body = lenient.decode(bytes);
    else if (TEXT_TYPE.test(responseType || type || 'text/')) body = strict.decode(bytes);
  } catch {
    return { body, fault: 'invalid_utf8' };
  }
  if (!ok) return { body };
  if (!responseType) return readJson(body, type, mayBeEmpty);
  const matches = type.startsWith(responseType.replace(/\*.*/, ''));
  if (!matches) return { body, fault: 'unexpected_content_type' };
  return { body, data: typeof body === 'string' ? body : new Blob([body], { type }) };
}

function readJson(body: Reply['body'], type: string, mayBeEmpty = false): Decoded {
  if (!body.length) return { body, fault: 'empty_body' };
  if (typeof body !== 'string' || !JSON_TYPE.test(type))
    return { body, fault: 'unexpected_content_type' };
  try {
    const data: unknown = JSON.parse(body);
    return data === null && !mayBeEmpty ? { body, fault: 'empty_body' } : { body, data };
  } catch {
    return { body, fault: 'invalid_json' };
  }
}

/**
 * The data of an answer.
 *
 * @param call - The call.
 * @param reply - Its answer.
 * @throws A {@link DecodeError}
 */
export function decode(call: Call, reply: Reply): unknown {
  const fault = call.streamed ? 'body_streamed' : reply.fault;
  if (fault) throw decodeError(call, reply, fault);
  const { response, data } = reply;
  const { operation, settings } = call;
  const issues = settings.validateResponses?.({
    operation: operation.id,
    status: response.status,
    data,
  });
  if (issues?.length) throw decodeError(call, reply, 'response_invalid', issues);
  return data;
}

const REASONS: { readonly [Code in DecodeCode]: string } = {
  unexpected_content_type: 'its content type is not what the API promises',
  empty_body: 'its body is empty',
  invalid_json: 'its body is not JSON',
  invalid_utf8: 'its text is not UTF-8',
  invalid_encoding: 'its compression is broken',
  response_too_large: 'its body is larger than maxResponseBytes. Raise it, or use asResponse()',
  response_invalid: 'it breaks the schema of the document',
  body_streamed: 'asResponse() took its body',
  unexpected_page: 'it is no page of a list',
  cursor_loop: 'it names a cursor that was followed before',
  foreign_link: 'its link to the next page leads out of the API',
};

/**
 * The error of an answer that is not what the API promises.
 *
 * @param call - The call.
 * @param reply - Its answer.
 * @param rest - What is wrong with it.
 */
export function decodeError(
  call: Call,
  reply: Reply,
  ...[code, issues]: [code: DecodeCode, issues?: readonly ResponseIssue[]]
): DecodeError {
  const [issue] = issues ?? [];
  const where = issue ? ` (${issue.pointer}: ${issue.message})` : '';
  const mask = (text: string): string => call.settings.credential.maskIn(text);
  return new DecodeError(code, mask(`cannot read the answer: ${REASONS[code]}${where}.`), {
    ...contextOf(call),
    attempts: withoutSuccess(call.attempts),
    ...snippetOf(call, reply),
    issues: issues && JSON.parse(mask(JSON.stringify(issues))),
  });
}

/** What an answer lacks can come to light after its attempt, which was none that succeeded then. */
function withoutSuccess(attempts: Call['attempts']): Call['attempts'] {
  const last = attempts.at(-1);
  if (last?.reason !== 'succeeded') return attempts;
  return [...attempts.slice(0, -1), { ...last, reason: 'final-answer' }];
}

/** What an error tells of an answer that cannot be read. */
export interface AnswerSnippet {
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** Start of the body, at most 200 characters, without secrets. */
  readonly snippet: string;
}

/**
 * What an error tells of an answer that cannot be read.
 *
 * @param call - The call.
 * @param reply - Its answer.
 */
export function snippetOf(call: Call, { response, body }: Reply): AnswerSnippet {
  const isText =
    typeof body === 'string' || TEXT_TYPE.test(response.headers.get('content-type') ?? '');
  const start = body.slice(0, 9_999);
  const text = typeof start === 'string' ? start : lenient.decode(start);
  return {
    status: response.status,
    requestId: requestIdOf(response.headers, call.settings.credential),
    // Masked before it is cut: the cut could leave a part of a secret that is no longer recognised.
    snippet: isText
      ? call.settings.credential.maskIn(text).slice(0, LONGEST_SNIPPET)
      : `${body.length} bytes`,
  };
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
  const headers = maskHeaders(response.headers, credential);
  const exhausted = rateLimit?.find(({ remaining }) => remaining === 0);
  const resetAfterMs = exhausted?.resetAfterMs ?? retryAfterMs;
  const facts = {
    ...contextOf(call),
    status: response.status,
    headers,
    requestId: requestIdOf(headers, credential),
    retryAfterMs,
    resetAt: resetAfterMs === undefined ? undefined : clock.now() + resetAfterMs,
    policy: exhausted?.policy,
    limit: exhausted?.limit,
    isRefused: reply.isRefused,
    readError: call.settings.profile.readError,
  };
  return errorFromAnswer(facts, maskBody(typeof body === 'string' ? body : '', credential));
}

/**
 * Id that the server gave a request.
 *
 * @param headers - Headers of the answer.
 * @param masker - Knows what must not be shown.
 */
export function requestIdOf(headers: Headers, masker: Masker): string | undefined {
  const id = headers.get('x-request-id') ?? headers.get('request-id');
  return id === null ? undefined : masker.maskIn(id);
}

/**
 * An answer whose body can be read, made of one whose body has been.
 *
 * @remarks What is refused goes into logs and reports, so it is without secrets; a success is data.
 * @param reply - The answer.
 * @param masker - Knows what must not be shown.
 */
export function freshResponse({ response, body }: Reply, masker: Masker): Response {
  const { status, statusText, headers, ok, url } = response;
  const empty = status === 204 || status === 205 || status === 304;
  const shown = ok || typeof body !== 'string' ? body : maskBody(body, masker);
  const fresh = new Response(empty ? null : shown, {
    status,
    statusText: ok ? statusText : masker.maskIn(statusText),
    headers: ok ? headers : maskHeaders(headers, masker),
  });
  return maskUrl(fresh, url, masker);
}
