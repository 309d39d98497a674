import { ClientError } from '../errors/client-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Call, Reply } from '../pipeline/call.ts';
import { runCall } from '../pipeline/pipeline.ts';
import type { CallForm } from './api-promise.ts';
import { buildRequest } from './build-request.ts';
import type { CallInput } from './caller.ts';
import { apiError } from './decode.ts';
import type { CallOptions } from './options.ts';
import { serializePath } from './path-parameters.ts';
import type { OperationFacts } from './profile.ts';
import { contentTypeOf, serializeBody } from './serialize-body.ts';
import { serializeQuery } from './serialize-query.ts';
import type { Settings } from './settings.ts';
import { planCall } from './start-call.ts';

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
 * Makes a call through the pipeline.
 *
 * @param settings - Settings of the client.
 * @param execution - What the call is made with.
 * @throws A {@link ClientError}, whatever goes wrong.
 */
export function execute(settings: Settings, execution: Execution): Promise<Executed> {
  return refuseUntyped(run(settings, execution));
}

async function run(
  settings: Settings,
  { operation, input, options, streamed = false }: Execution,
): Promise<Executed> {
  const plan = planCall(settings, operation, { options, streamed });
  const { method, path, bodyType } = operation;
  const body = input.body === undefined ? undefined : serializeBody(input.body, bodyType);
  const request = buildRequest(settings, {
    method,
    address: settings.baseUrl + serializePath(path, input.path ?? {}),
    query: serializeQuery(input.query),
    headers: Object.entries(headersOf(operation, input, options)),
    body,
  });
  const call = plan(request, body);
  const reply = await runCall(call);
  if (!reply.response.ok) throw apiError(call, reply);
  return { call, reply };
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
