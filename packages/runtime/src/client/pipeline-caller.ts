import { maskUrl } from '../errors/mask-answer.ts';
import type { RateLimitView } from '../gate/snapshot.ts';
import { ApiPromise, type CallOutcome } from './api-promise.ts';
import type { Caller, CallInput } from './caller.ts';
import { decode, freshResponse, requestIdOf } from './decode.ts';
import { type Executed, type Execution, execute } from './execute.ts';
import type { CallOptions } from './options.ts';
import type { OperationFacts } from './profile.ts';
import type { Settings } from './settings.ts';

/** The caller of a client: each call goes through the pipeline. */
export class PipelineCaller implements Caller {
  readonly #settings: Settings;

  /**
   * @param settings - Settings of the client.
   */
  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** See {@link Caller.rateLimit}. */
  get rateLimit(): RateLimitView {
    const { gates, credential, origin, open } = this.#settings;
    const view = gates.of(credential, origin);
    return {
      get snapshot() {
        return view.snapshot;
      },
      subscribe(listener) {
        const end = view.subscribe(listener);
        const forget = open.add(end);
        return () => {
          forget();
          end();
        };
      },
    };
  }

  /** See {@link Caller.call}. */
  call<Data, Answers = unknown>(
    operation: OperationFacts,
    input: CallInput,
    options?: CallOptions,
  ): ApiPromise<Data, Answers> {
    const execution: Execution = { operation, input, options };
    return new ApiPromise(this.#call<Data>(execution), execution);
  }

  /** See {@link Caller.execute}. */
  execute(operation: OperationFacts, input: CallInput, options?: CallOptions): Promise<Executed> {
    return execute(this.#settings, { operation, input, options });
  }

  /** See {@link Caller.stream}. */
  stream(operation: OperationFacts, input: CallInput, options?: CallOptions): Promise<Executed> {
    const execution = { operation, input, options, streamed: true };
    return execute(this.#settings, execution);
  }

  async #call<Data>(execution: Execution): Promise<CallOutcome<Data>> {
    await undefined; // In this turn `asResponse` can still be asked for.
    const executed = await execute(this.#settings, execution);
    return {
      get data() {
        // The document promises the type; the server is trusted to keep to it.
        return decode(executed.call, executed.reply) as Data;
      },
      describe: () => describeCall(executed),
    };
  }
}

/**
 * What is known of a call beside its data.
 *
 * @param executed - The call and its answer.
 */
export function describeCall({
  call,
  reply,
}: Executed): ReturnType<CallOutcome<unknown>['describe']> {
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
