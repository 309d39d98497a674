import type { Core } from '../core.ts';
import type { Handlers } from '../handlers/handler.ts';
import type { Caller } from '../keys/caller.ts';
import type { LimitReading } from '../limits/limiter.ts';
import type { Operation } from '../model/operation.ts';
import type { RouteMatch } from '../model/router.ts';
import type { Input } from './input.ts';
import type { MockRequest } from './message.ts';

/** One request on its way; each stage adds what it finds out. */
export interface Exchange {
  readonly core: Core;
  /** What operations can be asked to do by name. */
  readonly handlers: Handlers;
  readonly request: MockRequest;
  readonly requestId: string;
  /** When it came, epoch milliseconds. */
  readonly at: number;
  /** The path as it was sent, with the base path. */
  readonly path: string;
  /** The query as it was sent, without the question mark. */
  readonly query: string;
  /** Where the path leads; absent when nowhere. */
  readonly route: RouteMatch<Operation> | undefined;
  /** What the path and method lead to. */
  readonly operation: Operation | undefined;
  caller: Caller | undefined;
  reading: LimitReading | undefined;
  input: Input | undefined;
  /** The name under which the answer is kept for a repetition. */
  replayName: string | undefined;
  /** A scripted wait before the operation is carried out. */
  delayMs: number;
}

/** Begins an exchange: reads the address and looks the operation up. */
export function openExchange(
  { core, handlers }: Pick<Exchange, 'core' | 'handlers'>,
  request: MockRequest,
): Exchange {
  const { path, query } = splitUrl(request.url);
  const below = pathBelow(core.basePath, path);
  const route = below === undefined ? undefined : core.router.match(below);
  // HEAD is GET without the body, wherever the document does not say otherwise (RFC 9110 §9.3.2).
  const method = request.method;
  const operation =
    route?.byMethod.get(method) ?? (method === 'HEAD' ? route?.byMethod.get('GET') : undefined);
  return {
    core,
    handlers,
    request,
    requestId: `req_${core.random.base62(16)}`,
    at: core.clock.now(),
    path,
    query,
    route,
    operation,
    caller: undefined,
    reading: undefined,
    input: undefined,
    replayName: undefined,
    delayMs: 0,
  };
}

function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : target.slice(mark + 1) };
}

function pathBelow(basePath: string, path: string): string | undefined {
  if (basePath === '') return path;
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}
