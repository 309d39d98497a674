import type { Client as OpenapiClient } from 'openapi-fetch';
import type { Body, Call, Reply } from '../pipeline/call.ts';
import { runCall } from '../pipeline/pipeline.ts';
import { decodeError, freshResponse } from './decode.ts';
import { refuseUntyped, type SendRequest } from './execute.ts';
import type { HttpMethod, OperationFacts } from './profile.ts';
import { contentTypeOf, serializeBody } from './serialize-body.ts';
import type { Settings } from './settings.ts';
import { planCall } from './start-call.ts';

/**
 * The client of openapi-fetch, typed by the document's paths, on top of the same pipeline.
 *
 * @remarks It answers `{ data, error, response }` and does not throw for an error status; it throws when
 * there is no answer.
 */
export type ApiClient<Paths extends {}> = OpenapiClient<Paths>;

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const;

/** What openapi-fetch's methods take, as far as it matters here. */
interface RawInit {
  readonly params?: object;
  readonly headers?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly parseAs?: string;
  readonly bodySerializer?: (body: unknown, headers: Headers) => Body;
}

/**
 * Puts the pipeline under each method of openapi-fetch's client.
 *
 * @remarks The methods are wrapped, since only they know the path template, and so the operation.
 * @param transport - The client to wrap.
 * @param settings - Settings of the client.
 */
export function wrapTransport<Paths extends {}>(
  transport: OpenapiClient<Paths>,
  settings: Settings,
): ApiClient<Paths> {
  // Its type is worked out per path; what is passed on here is what came in by that type.
  const sendRequest = transport.request as unknown as SendRequest;
  const find = operationFinder(settings);
  const request = (method: string, path: string, init: RawInit = {}): Promise<unknown> =>
    sendRaw(settings, sendRequest, { operation: find(method, path), init });
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: RawInit) => request(method, path, init),
  ]);
  return { ...transport, request, ...Object.fromEntries(methods) };
}

function operationFinder({
  operations,
}: Settings): (method: string, path: string) => OperationFacts {
  let byRoute: Map<string, OperationFacts> | undefined;
  return (method, path) => {
    byRoute ??= new Map(
      Object.values(operations).map((facts) => [`${facts.method} ${facts.path}`, facts]),
    );
    // The values are the eight methods of HTTP; another one is the server's to refuse.
    const wanted = method.toUpperCase() as HttpMethod;
    const id = `${wanted} ${path}`;
    return byRoute.get(id) ?? { id, method: wanted, path };
  };
}

interface RawCall {
  readonly operation: OperationFacts;
  readonly init: RawInit;
}

async function sendRaw(
  settings: Settings,
  sendRequest: SendRequest,
  { operation, init }: RawCall,
): Promise<unknown> {
  const { signal, ...rest } = init;
  const streamed = init.parseAs === 'stream';
  const plan = planCall(settings, operation, { options: { signal }, streamed });
  let body: Body;
  let answered: { readonly call: Call; readonly reply: Reply } | undefined;
  const sent = sendRequest(operation.method, operation.path, {
    ...rest,
    params: { path: {}, ...init.params },
    headers: { ...contentTypeOf(init.body, operation.bodyType), ...init.headers },
    bodySerializer: (value: unknown, headers: Headers) => {
      body = init.bodySerializer?.(value, headers) ?? serializeBody(value, operation.bodyType);
      return body;
    },
    fetch: async (request: Request) => {
      const call = plan(request, body);
      const reply = await runCall(call);
      answered = { call, reply };
      return streamed && reply.response.ok ? reply.response : freshResponse(reply);
    },
  }).catch((error: unknown) => {
    // What is thrown once the answer is here comes from reading it.
    const { call, reply } = answered ?? {};
    throw call && reply ? decodeError(call, reply, 'invalid_json') : error;
  });
  return refuseUntyped(sent);
}
