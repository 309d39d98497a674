/** Where a client sends its calls, and what stands in for the network. */
export interface Target {
  readonly baseUrl: string;
  /** Replaces `globalThis.fetch`, to measure a client without a network. */
  readonly fetch?: typeof globalThis.fetch;
  /** Where the processes that share a key meet. */
  readonly redisUrl?: string;
}

/** Makes one call and gives its parsed answer; rejects if the client gave up. */
export type Call = () => Promise<unknown>;

/** One client, as its documentation sets it up. */
export interface BenchClient {
  readonly title: string;
  /** Gives the call to repeat; nothing is sent yet. */
  connect(target: Target): Call | Promise<Call>;
}

/** Looks like a key of the Product API, opens nothing. */
export const benchKey = 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja';
