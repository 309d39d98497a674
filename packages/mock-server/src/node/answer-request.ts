import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeRequest } from '../coding/content-coding.ts';
import { answerControl, type ControlSetup, isControl } from '../control/control.ts';
import type { MockResponse } from '../exchange/message.ts';
import type { ServedMock } from '../mock.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { doorProblem } from './door-problem.ts';
import { HttpRequest, type Target } from './http-request.ts';
import { hasBody, readBody, tooLarge } from './read-body.ts';
import { requestHeaders } from './request-headers.ts';
import { requestPath, withBasePath } from './request-target.ts';

/** The HTTP door: a mock, and what the door takes. */
export interface Door {
  /** What is served. */
  readonly mock: ServedMock;
  /** The path of the base URL, `/v1`, or the empty text. */
  readonly basePath: string;
  /** The longest body that is taken, in bytes. */
  readonly maxBodyBytes: number;
  /** What answers below `/__mock`. */
  readonly control: ControlSetup;
}

/**
 * Answers one HTTP request: by the control API, as a CORS preflight, or by asking the mock.
 *
 * @throws What the socket throws when the client goes away while it sends.
 */
export async function answerRequest(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<MockResponse> {
  const path = requestPath(request.url ?? '/');
  if (path === undefined) return notAPath();
  const control = isControl(path);
  const preflight = control ? undefined : preflightHeaders(request.method, request.headers);
  if (preflight !== undefined) return { status: 204, headers: preflight, body: undefined };
  const body = hasBody(request) ? await readBody(request, door.maxBodyBytes) : undefined;
  if (body === tooLarge) return readable(bodyTooLarge(door.maxBodyBytes), request);
  if (control) return askControl(door, request, { url: path, body });
  const target = { url: withBasePath(path, door.basePath), body };
  const sent = new HttpRequest(request, response, target);
  const isPacked = body !== undefined && sent.headers['content-encoding'] !== undefined;
  const read = isPacked ? await decodeRequest(sent, door.maxBodyBytes) : sent;
  return readable(await door.mock.exchange(read), request);
}

// Lets a page read the answer.
function readable(answer: MockResponse, request: IncomingMessage): MockResponse {
  if ('fault' in answer) return answer;
  const { origin } = request.headers;
  if (origin === undefined) return answer;
  const cors = corsHeaders(origin, Object.keys(answer.headers));
  return { ...answer, headers: { ...answer.headers, ...cors } };
}

function askControl(
  door: Door,
  request: IncomingMessage,
  { url, body }: Target,
): MockResponse | Promise<MockResponse> {
  const { method = 'GET', socket } = request;
  const headers = requestHeaders(request);
  const localAddress = socket.localAddress ?? '';
  return answerControl(door.control, { method, url, headers, body, localAddress });
}

function notAPath(): MockResponse {
  const message = 'cannot read the request: its target is no path. Send one that begins with "/".';
  return doorProblem({ status: 400, code: 'malformed_request', message });
}

function bodyTooLarge(maxBodyBytes: number): MockResponse {
  const message = `cannot read the request: its body has more than ${maxBodyBytes} bytes. Send less.`;
  return doorProblem({ status: 413, code: 'body_too_large', message });
}
