import type { RateLimitView } from '../gate/snapshot.ts';
import { ApiPromise, type CallOutcome } from './api-promise.ts';
import type { Caller, CallInput, Executed } from './caller.ts';
import { type Execution, execute } from './execute.ts';
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
    // In this turn `asResponse` can still be asked for.
    const outcome = execute(this.#settings, execution, 'next turn');
    // The document promises the type; the server is trusted to keep to it.
    return new ApiPromise(outcome as Promise<CallOutcome<Data>>, execution);
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
}
