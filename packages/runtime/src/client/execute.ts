import { ClientError } from '../errors/client-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { maskUrl } from '../errors/mask-answer.ts';
import type { Call, Reply } from '../pipeline/call.ts';
import { runCall } from '../pipeline/pipeline.ts';
import type { CallForm } from './api-promise.ts';
import { addHeaders, buildRequest } from './build-request.ts';
import type { CallInput, Executed } from './caller.ts';
import type { Circumstances } from './circumstances.ts';
import { apiError, decode, freshResponse, requestIdOf } from './decode.ts';
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

/** A class, as V8 makes a hidden class for each object literal with a getter; it outlives the call. */
class Answered implements Executed {
  readonly call: Call;
  readonly reply: Reply;

  constructor(call: Call, reply: Reply) {
    this.call = call;
    this.reply = reply;
  }

  get data(): unknown {
    return decode(this.call, this.reply);
  }

  describe(): Circumstances {
    const { call, reply } = this;
    const { response } = reply;
    const { credential } = call.settings;
    return {
      response: call.streamed
        ? maskUrl(response, response.url, credential)
        : freshResponse(reply, credential),
      requestId: requestIdOf(response.headers, credential),
      attempts: call.attempts,
      rateLimit: reply.rateLimit ?? [],
    };
  }
}

/**
 * Makes a call through the pipeline.
 *
 * @param settings - Settings of the client.
 * @param execution - What the call is made with.
 * @param start - When.
 * @throws A {@link ClientError}, whatever goes wrong.
 */
export async function execute(
  settings: Settings,
  execution: Execution,
  start: 'now' | 'next turn' = 'now',
): Promise<Executed> {
  if (start !== 'now') await undefined;
  try {
    const { operation, input, options, streamed = false } = execution;
    const plan = planCall(settings, operation, { options, streamed });
    const { method, path, bodyType } = operation;
    const body = input.body === undefined ? undefined : serializeBody(input.body, bodyType);
    const request = buildRequest({
      method,
      address: settings.baseUrl + serializePath(path, input.path ?? {}),
      query: input.query ? serializeQuery(input.query) : '',
      headers: headersOf(settings, execution),
      body,
    });
    const call = plan(request, body);
    const reply = await runCall(call);
    if (!reply.response.ok) throw apiError(call, reply);
    return new Answered(call, reply);
  } catch (error) {
    throw typed(error);
  }
}

function headersOf(
  settings: Settings,
  { operation, input, options }: Execution,
): Record<string, string> {
  const { bodyType, idempotencyHeader, responseType } = operation;
  const headers: Record<string, string> = { ...settings.headers };
  const layers = [contentTypeOf(input.body, bodyType), input.headers, options?.headers];
  if (responseType) headers['accept'] = responseType;
  for (const layer of layers) if (layer) addHeaders(headers, Object.entries(layer));
  if (idempotencyHeader) addHeaders(headers, [[idempotencyHeader, options?.idempotencyKey]]);
  return headers;
}

/**
 * The typed error to throw for what was thrown.
 *
 * @remarks What is no error of ours comes from building the request; its message can hold the value of a
 * header, so it is not shown.
 * @param error - What was thrown.
 */
export function typed(error: unknown): ClientError {
  if (error instanceof ClientError) return error;
  return new ConfigurationError(
    'invalid_request',
    'cannot build the request: a header, a parameter or the body cannot be serialized.',
  );
}
