import type { Attempt } from '../events/attempt.ts';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';

/** An answer with its circumstances. */
export interface ApiResult<Data> {
  /** What the call is about. */
  readonly data: Data;
  /** The answer; its body can be read once more. */
  readonly response: Response;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** The requests that the call sent. */
  readonly attempts: readonly Attempt[];
  /** What the answer says of the rate limit, window by window. */
  readonly rateLimit: readonly RateLimitReport[];
}

/** What a call came to, before anyone asked for its circumstances. */
export interface CallOutcome<Data> {
  /** What the call is about. */
  readonly data: Data;
  /** Makes the rest. */
  readonly describe: () => Omit<ApiResult<Data>, 'data'>;
}

/**
 * A promise of a call's data, which can also give the answer around it.
 *
 * @remarks The call starts at once, and is one call however often the promise is used.
 */
export class ApiPromise<Data> extends Promise<Data> {
  readonly #outcome: Promise<CallOutcome<Data>>;

  /** What `then` makes is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /**
   * A promise of what a call comes to.
   *
   * @param outcome - What the call comes to.
   */
  constructor(outcome: Promise<CallOutcome<Data>>) {
    super((resolve, reject) => {
      outcome.then(({ data }) => resolve(data), reject);
    });
    this.#outcome = outcome;
  }

  /** The data together with the answer, its request id, the attempts and the rate limit. */
  async withResponse(): Promise<ApiResult<Data>> {
    // Whoever asks here hears of a failure here: it is no unhandled rejection of the promise itself.
    this.catch(() => undefined);
    const { data, describe } = await this.#outcome;
    return { data, ...describe() };
  }
}
