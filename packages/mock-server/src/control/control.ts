import type { MockAnswer, MockHeaders } from '../exchange/message.ts';
import type { MockSnapshot, ServedMock } from '../mock.ts';
import { MockError } from '../mock-error.ts';
import { consolePage } from './console-page.ts';
import { ControlError, type ControlErrorFacts } from './control-error.ts';
import { readControlBody } from './control-input.ts';
import { type ControlRoute, controlRoutes, runRoute } from './control-routes.ts';
import { guardRequest } from './guard-request.ts';

/** A request below `/__mock`. */
export interface ControlRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query: `/__mock/state`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: MockHeaders;
  /** The bytes that came. */
  readonly body: Uint8Array | undefined;
  /** The address that the connection came in on. */
  readonly localAddress: string;
}

/** What the control API works on. */
export interface ControlSetup {
  /** The mock to control. */
  readonly mock: ServedMock;
  /** What the mock was when it began to listen. */
  readonly atStart: MockSnapshot;
  /** Host names that count as this machine, besides the loopback ones. */
  readonly hosts: readonly string[];
}

/** The path below which the control API and the console page live. */
const controlPath = '/__mock';

/** Whether a request is for the control API rather than for the mocked one. */
export function isControl(url: string): boolean {
  return /^\/__mock(?:[/?#]|$)/.test(url);
}

/**
 * Answers a request to the control API: guard, page, route, body, run.
 *
 * @returns JSON, the console page, or a problem document. Never throws.
 */
export function answerControl(setup: ControlSetup, request: ControlRequest): MockAnswer {
  try {
    guardRequest(request.headers, [...setup.hosts, request.localAddress]);
    const path = request.url.slice(controlPath.length).replace(/[?#].*$/s, '');
    if (path === '' || path === '/') return showPage(request.method);
    const { route, id } = findRoute(request.method, path);
    const result = runRoute(route, { ...setup, id, body: readControlBody(request.body) });
    return result === undefined ? noContent() : json(200, result);
  } catch (error) {
    return explain(error);
  }
}

function showPage(method: string): MockAnswer {
  if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(['GET']);
  return consolePage();
}

function findRoute(method: string, path: string): { route: ControlRoute; id: string } {
  const matches = controlRoutes.flatMap((route) => {
    const match = pattern(route.path).exec(path);
    return match === null ? [] : [{ route, id: match[1] ?? '' }];
  });
  const found = matches.find(({ route }) => route.method === method);
  if (found !== undefined) return found;
  if (matches.length > 0) throw methodNotAllowed(matches.map(({ route }) => route.method));
  const known = controlRoutes.map((route) => `${route.method} ${controlPath}${route.path}`);
  throw new ControlError(
    { status: 404, code: 'not_found' },
    `cannot find the path: the control API has no "${path}". Known: ${known.join(', ')}.`,
  );
}

function pattern(template: string): RegExp {
  return new RegExp(`^${template.replace('{id}', '([A-Za-z0-9_-]{1,200})')}$`);
}

function methodNotAllowed(allowed: readonly string[]): ControlError {
  const headers = { Allow: allowed.join(', ') };
  return new ControlError(
    { status: 405, code: 'method_not_allowed', headers },
    `cannot obey the request: the path does not know the method. Use ${allowed.join(' or ')}.`,
  );
}

function explain(error: unknown): MockAnswer {
  if (error instanceof ControlError) return problem(error, error.message);
  if (error instanceof MockError) {
    const status = error.code === 'unknown_key' ? 404 : 422;
    return problem({ status, code: error.code }, error.message);
  }
  const message = 'cannot obey the request: the mock has a fault of its own. Please report it.';
  return problem({ status: 500, code: 'internal_error' }, message);
}

function problem({ status, code, headers }: ControlErrorFacts, message: string): MockAnswer {
  const body = { type: 'about:blank', status, code, detail: message, message };
  return {
    ...json(status, body),
    headers: { ...secured('application/problem+json'), ...headers },
  };
}

function json(status: number, value: unknown): MockAnswer {
  return {
    status,
    headers: secured('application/json'),
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}

function noContent(): MockAnswer {
  return { status: 204, headers: { 'Cache-Control': 'no-store' }, body: undefined };
}

function secured(contentType: string): MockAnswer['headers'] {
  return {
    'Content-Type': contentType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}
