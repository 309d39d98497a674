import type { Middleware } from 'openapi-fetch';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { maskUrl } from '../errors/mask-answer.ts';
import type { Body, Call, Reply } from '../pipeline/call.ts';
import { runCall } from '../pipeline/pipeline.ts';
import { addHeaders, buildRequest, type HeaderFields } from './build-request.ts';
import { decodeError, freshResponse } from './decode.ts';
import { typed } from './execute.ts';
import { passThrough, type RequestFacts } from './middleware.ts';
import type { Fetch } from './options.ts';
import { serializePath } from './path-parameters.ts';
import type { OperationFacts } from './profile.ts';
import { contentTypeOf, serializeBody } from './serialize-body.ts';
import { type QueryStyle, serializeQuery } from './serialize-query.ts';
import type { Settings } from './settings.ts';
import { planCall } from './start-call.ts';

/** What openapi-fetch's methods take. */
export interface RawInit {
  /** Values of path, query and headers. */
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: object };
  /** Headers of this call. */
  readonly headers?: object;
  /** The body, not yet serialized. */
  readonly body?: unknown;
  /** Ends the call. */
  readonly signal?: AbortSignal;
  /** What becomes of the body of a success. */
  readonly parseAs?: 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';
  /** Another base URL, of the same origin. */
  readonly baseUrl?: string;
  /** Sends this call. */
  readonly fetch?: Fetch;
  /** Serializes the body. */
  readonly bodySerializer?: (body: unknown, headers: Headers) => Body;
  /** Serializes the query. */
  readonly querySerializer?: QueryStyle | ((query: object) => string);
  /** Puts the values into the path. */
  readonly pathSerializer?: (path: string, values: { readonly [name: string]: unknown }) => string;
  /** Sees the request before, and the answer after, everything else. */
  readonly middleware?: readonly Middleware[];
}

/**
 * Makes a call as openapi-fetch does, through the pipeline.
 *
 * @param settings - Settings of the client.
 * @param operation - What the document says of the operation.
 * @param init - What is sent, and how.
 */
export async function callRaw(
  settings: Settings,
  operation: OperationFacts,
  init: RawInit,
): Promise<object> {
  const { fetch, signal, parseAs = 'json', middleware = [] } = init;
  const streamed = parseAs === 'stream';
  const own = fetch ? { ...settings, fetch } : settings;
  const plan = planCall(own, operation, { options: { signal }, streamed });
  const { request, body } = buildRaw(settings, operation, init);
  let answered: { readonly call: Call; readonly reply: Reply } | undefined;
  const send = async (final: Request): Promise<Response> => {
    // What a middleware put into its place has a body of its own.
    const sent = final === request || !final.body ? body : await final.clone().arrayBuffer();
    const call = plan(final, sent);
    const reply = await runCall(call);
    answered = { call, reply };
    const { response } = reply;
    return streamed && response.ok
      ? maskUrl(response, response.url, settings.credential)
      : freshResponse(reply, settings.credential);
  };
  const facts = describeRaw(settings, operation, init);
  const response = await passThrough(request, { middleware, facts, send });
  const fault = answered?.reply.fault;
  const broken = parseAs === 'json' && fault?.startsWith('invalid') ? fault : undefined;
  try {
    if (broken) throw broken;
    const content = await readRaw(response, operation.method === 'HEAD', parseAs);
    return { [response.ok ? 'data' : 'error']: content, response };
  } catch (error) {
    throw answered ? decodeError(answered.call, answered.reply, broken ?? 'invalid_json') : error;
  }
}

interface Built {
  readonly request: Request;
  readonly body: Body;
}

function buildRaw(settings: Settings, operation: OperationFacts, init: RawInit): Built {
  try {
    return build(settings, operation, init);
  } catch (error) {
    throw typed(error);
  }
}

function build(
  settings: Settings,
  { method, path, bodyType = 'application/json' }: OperationFacts,
  init: RawInit,
): Built {
  const { params = {}, body, querySerializer, pathSerializer = serializePath } = init;
  if (!OWN_PATH.test(path)) throw foreignPath();
  const baseUrl = (init.baseUrl ?? settings.baseUrl).replace(/\/$/, '');
  const values = { ...params.path };
  const query =
    typeof querySerializer === 'function'
      ? querySerializer({ ...params.query }).replace(/^\?/, '')
      : serializeQuery(params.query, querySerializer);
  const headers = { ...settings.headers };
  for (const layer of [contentTypeOf(body, bodyType), init.headers, params.header])
    if (layer) addHeaders(headers, fieldsOf(layer));
  const address = pathSerializer(baseUrl + path, values);
  const given = body !== undefined && init.bodySerializer?.(body, new Headers());
  const serialized = body === undefined ? body : given || serializeBody(body, bodyType);
  const parts = { method, address, query, headers, body: serialized, init };
  return { request: buildRequest(parts), body: serialized };
}

/** What is appended to the base URL must not change its host, nor look as if it did. */
const OWN_PATH = /^\/(?![/\\])[^\\]*$/;

function foreignPath(): ConfigurationError {
  const message =
    'cannot send the request: its path must begin with one slash and hold no backslash. Make a client for each origin.';
  return new ConfigurationError('foreign_origin', message);
}

/** Headers in any of the forms that openapi-fetch takes. */
function fieldsOf(headers: object): HeaderFields {
  // `Headers` and lists of pairs are iterable, and nothing else that its types allow is.
  return Symbol.iterator in headers ? (headers as HeaderFields) : Object.entries(headers);
}

function describeRaw(settings: Settings, { path }: OperationFacts, init: RawInit): RequestFacts {
  const options = {
    baseUrl: settings.baseUrl,
    fetch: settings.fetch,
    parseAs: 'json',
    querySerializer: serializeQuery,
    bodySerializer: serializeBody,
    pathSerializer: serializePath,
    ...init,
  };
  const id = settings.random().toString(36).slice(2);
  // Middleware is told what the caller gave, whose type is checked where it is given.
  return { schemaPath: path, params: init.params ?? {}, id, options } as RequestFacts;
}

async function readRaw(
  response: Response,
  isHead: boolean,
  parseAs: NonNullable<RawInit['parseAs']>,
): Promise<unknown> {
  const { status, headers, ok, body } = response;
  if (status === 204 || isHead || headers.get('content-length') === '0') return undefined;
  if (ok && parseAs !== 'json') return parseAs === 'stream' ? body : response[parseAs]();
  const text = await response.text();
  try {
    return text && JSON.parse(text);
  } catch (error) {
    if (ok) throw error;
    return text;
  }
}
