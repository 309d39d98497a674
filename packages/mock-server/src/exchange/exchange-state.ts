import type { ApiContent, ApiRequestBody, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Call, Handlers } from '../handlers/handler.ts';
import type { Caller } from '../keys/caller.ts';
import type { LimitReading } from '../limits/limiter.ts';
import type { Operation } from '../model/operation.ts';
import type { RouteMatch } from '../model/router.ts';
import type { SchemaFault } from '../schema/schema-fault.ts';
import type { WireReader } from '../wire/type-wire.ts';
import type { Input } from './input.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import type { DocumentFault, FieldError, Outcome } from './outcome.ts';
import type { QueryPairs } from './read-query.ts';
import type { ParsedBody, SentBody } from './sent-body.ts';

/**
 * What is done about answers where the document was not written for the mock: errors in its own
 * form, its media types and headers, and what a client prefers.
 */
export interface Answers {
  /** Which header makes a request one that can be repeated, in lower case. */
  readonly idempotencyHeader: string;
  /** Where a path leads that the router does not know as it stands. */
  findRoute(core: Core, path: string): RouteMatch<Operation> | undefined;
  /** Answers what the state need not be asked: preferences, 406, 412. Nothing to go on. */
  prepare(exchange: Exchange): Outcome | undefined;
  /** The headers with those that the document requires of the status. */
  complete(
    exchange: Exchange,
    status: number,
    headers: MockAnswer['headers'],
  ): MockAnswer['headers'];
  /** The outcome in the document's terms. */
  fit(exchange: Exchange, outcome: Outcome): Outcome;
  /**
   * What to say instead of an outcome that the document does not describe.
   *
   * @param fault - What it does not describe.
   */
  mend(exchange: Exchange, outcome: Outcome, fault: string): Outcome | undefined;
  /** The place in the document that makes an operation unusable; absent for other errors. */
  faultOf(exchange: Exchange, error: unknown): DocumentFault | undefined;
}

/** What is done about requests where the document was not written for the mock. */
export interface Requests {
  /** Lets in whom the document's security lets in. Nothing to go on. */
  authenticate(exchange: Exchange): Outcome | undefined;
  /** What a strict mock refuses; absent where it is ignored. */
  readonly findUnknown?: (
    exchange: Exchange,
    operation: Operation,
    query: QueryPairs,
  ) => readonly FieldError[];
  /** What refers to rows that do not exist; absent where that is let through. */
  readonly findMissing?: (
    exchange: Exchange,
    operation: Operation,
    input: Input,
  ) => readonly FieldError[];
  /** What is wrong with a merge patch; absent for other bodies. */
  checkMergePatch(
    core: Core,
    content: ApiContent,
    body: JsonValue,
  ): readonly SchemaFault[] | undefined;
  /**
   * The request with its body unpacked (`Content-Encoding`); as it is where that cannot be done.
   *
   * @param maxBytes - Unpacking ends a little above.
   */
  decode(request: MockRequest, maxBytes: number): Promise<MockRequest>;
  /** The type of a body, or a refusal of one that is still packed; absent where there is none. */
  openBody(request: MockRequest, described: ApiRequestBody): string | Outcome | undefined;
  /** Reads JSON, and a stream of it such as `application/jsonl` as a list; absent for other types. */
  readJson(reader: WireReader, body: SentBody, text: string): ParsedBody | undefined;
  /** What a stream is as a whole, where the document only describes its items. */
  streamSchema(content: ApiContent): JsonSchema | undefined;
  /** Reads a body of `multipart/form-data`. */
  readMultipart(reader: WireReader, body: SentBody): ParsedBody;
}

/**
 * What a user of the mock does in the place of an operation.
 *
 * @param next - Does what the mock would have done.
 */
export type OwnHandler = (
  exchange: Exchange,
  call: Call,
  next: () => Outcome | Promise<Outcome>,
) => Outcome | Promise<Outcome>;

/** Handlers of one's own by operation; the last of each counts. */
export type OwnHandlers = ReadonlyMap<string, readonly OwnHandler[]>;

/** One request on its way; each stage adds what it finds out. */
export interface Exchange {
  readonly core: Core;
  /** What operations can be asked to do by name. */
  readonly handlers: Handlers;
  /** Absent in a mock that takes none. */
  readonly own: OwnHandlers | undefined;
  /** Absent where the document was written for the mock. */
  readonly answers: Answers | undefined;
  /** Absent where the document was written for the mock. */
  readonly requests: Requests | undefined;
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

/** What every exchange of a mock has in common. */
export interface Ground {
  readonly core: Core;
  /** What operations can be asked to do by name. */
  readonly handlers: Handlers;
  readonly own?: OwnHandlers;
  readonly answers?: Answers;
  readonly requests?: Requests;
}

/** Begins an exchange: reads the address and looks the operation up. */
export function openExchange(
  { core, handlers, own, answers, requests }: Ground,
  request: MockRequest,
): Exchange {
  const { path, query } = splitUrl(request.url);
  const below = pathBelow(core.basePath, path);
  const route =
    (below === undefined ? undefined : core.router.match(below)) ?? answers?.findRoute(core, path);
  // HEAD is GET without the body, wherever the document does not say otherwise (RFC 9110 §9.3.2).
  const method = request.method;
  const operation =
    route?.byMethod.get(method) ?? (method === 'HEAD' ? route?.byMethod.get('GET') : undefined);
  return {
    core,
    handlers,
    own,
    answers,
    requests,
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
  const isPlain = url.startsWith('/') && !url.includes('#');
  const target = isPlain
    ? url
    : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : target.slice(mark + 1) };
}

function pathBelow(basePath: string, path: string): string | undefined {
  if (basePath === '') return path;
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}
