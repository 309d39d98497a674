import { ClientError } from '../errors/client-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Body, Call, Reply } from '../pipeline/call.ts';
import { runCall } from '../pipeline/pipeline.ts';
import type { CallForm } from './api-promise.ts';
import type { CallInput } from './caller.ts';
import { apiError } from './decode.ts';
import type { CallOptions } from './options.ts';
import type { OperationFacts } from './profile.ts';
import { contentTypeOf, serializeBody } from './serialize-body.ts';
import type { Settings } from './settings.ts';
import { planCall } from './start-call.ts';

/** The part of openapi-fetch's client that a call needs, whatever the document. */
export type SendRequest = (method: string, path: string, init: object) => Promise<unknown>;

/** What a call is made with. */
export interface Execution extends CallForm {
  /** What the document says of the operation. */
  readonly operation: OperationFacts;
  /** What is sent. */
  readonly input: CallInput;
  /** How. */
  readonly options?: CallOptions | undefined;
}

/** A call and its answer, which is a success. */
export interface Executed {
  /** The call. */
  readonly call: Call;
  /** Its answer. */
  readonly reply: Reply;
}

/**
 * Makes a call through openapi-fetch and the pipeline.
 *
 * @param settings - Settings of the client.
 * @param sendRequest - Builds the request, and hands it to the call's own `fetch`.
 * @param execution - What the call is made with.
 * @throws {@link ClientError}, whatever goes wrong.
 */
export async function execute(
  settings: Settings,
  sendRequest: SendRequest,
  { operation, input, options, streamed = false }: Execution,
): Promise<Executed> {
  const plan = planCall(settings, operation, { options, streamed });
  let body: Body;
  let executed: Executed | undefined;
  await refuseUntyped(
    sendRequest(operation.method, operation.path, {
      params: { path: input.path ?? {}, query: input.query },
      headers: headersOf(operation, input, options),
      body: input.body,
      bodySerializer: (value: unknown) => {
        body = serializeBody(value, operation.bodyType);
        return body;
      },
      parseAs: 'stream',
      fetch: async (request: Request) => {
        const call = plan(request, body);
        const reply = await runCall(call);
        if (!reply.response.ok) throw apiError(call, reply);
        executed = { call, reply };
        return reply.response;
      },
    }),
  );
  if (!executed) throw unbuildable();
  return executed;
}

function headersOf(
  operation: OperationFacts,
  { headers, body }: CallInput,
  options: CallOptions = {},
): object {
  const { bodyType, idempotencyHeader, responseType } = operation;
  return {
    ...contentTypeOf(body, bodyType),
    ...(responseType && { accept: responseType }),
    ...headers,
    ...options.headers,
    ...(idempotencyHeader && { [idempotencyHeader]: options.idempotencyKey }),
  };
}

/**
 * Passes on typed errors only.
 *
 * @remarks What else is thrown comes from building the request; its message can hold the value of a
 * header, so it is not shown.
 * @param work - What may throw.
 */
export function refuseUntyped<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw error instanceof ClientError ? error : unbuildable();
  });
}

function unbuildable(): ConfigurationError {
  return new ConfigurationError(
    'invalid_request',
    'cannot build the request: a header, a parameter or the body cannot be serialized.',
  );
}
