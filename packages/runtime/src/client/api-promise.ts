import { ApiError } from '../errors/api-error.ts';
import { ClientError } from '../errors/client-error.ts';
import type { CallResult } from './call-result.ts';
import type { Circumstances } from './circumstances.ts';

/** An answer with its circumstances. */
export interface ApiResult<Data> extends Circumstances {
  /** What the call is about. */
  readonly data: Data;
}

/** What a call came to, before anyone asked for its circumstances. */
export interface CallOutcome<Data> {
  /** What the call is about; throws if the answer cannot be read. */
  readonly data: Data;
  /** Makes the rest. */
  describe(): Circumstances;
}

/** How a call is under way. */
export interface CallForm {
  /** Whether the answer's body is handed on as it comes, instead of being read. */
  streamed?: boolean;
}

/**
 * A promise of a call's data, which can also give the answer around it.
 *
 * @remarks The call starts at once, and is one call however often the promise is used.
 */
export class ApiPromise<Data, Answers = unknown> extends Promise<Data> {
  /** The bodies of the answers by status; a type only, there is no such member. */
  declare protected readonly answers?: Answers;
  readonly #outcome: Promise<CallOutcome<Data>>;
  readonly #form: CallForm;

  static {
    // `await` takes what says it is a plain promise as it is, and wraps others.
    Object.defineProperty(ApiPromise.prototype, 'constructor', { value: Promise });
  }

  /** What `then` makes is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /**
   * A promise of what a call comes to.
   *
   * @param outcome - What the call comes to.
   * @param form - How it is under way.
   */
  constructor(outcome: Promise<CallOutcome<Data>>, form: CallForm = {}) {
    super((resolve, reject) => {
      outcome.then((come) => {
        try {
          resolve(come.data);
        } catch (error) {
          reject(error);
        }
      }, reject);
    });
    this.#outcome = outcome;
    this.#form = form;
  }

  /** The data together with the answer, its request id, the attempts and the rate limit. */
  async withResponse(): Promise<ApiResult<Data>> {
    const outcome = await this.#heard();
    return { data: outcome.data, ...outcome.describe() };
  }

  /**
   * The answer of a success, its body not read: it streams, and neither `maxResponseBytes` nor a further
   * attempt is for it. An error status is thrown as ever.
   *
   * @remarks Ask in the expression that makes the call: a turn later the body has been read, and comes from
   * memory. The call's signal ends the body too; `timeoutMs` ends when the headers are there. The promise
   * itself then has no data, and rejects.
   */
  async asResponse(): Promise<Response> {
    this.#form.streamed = true;
    return (await this.#heard()).describe().response;
  }

  /**
   * What the call came to, thrown or not: `ok` and `status` tell which answer of the document it is.
   *
   * @remarks Typed by what it is called on, so that an `ApiPromise<Task>` holds any promise of a task.
   * @example
   * ```ts
   * const result = await client.tasks.get('task_9f2k41').result();
   * if (result.ok) console.log(result.data.title);
   * else if (result.status === 404) console.log(result.body?.detail);
   * else throw result.error;
   * ```
   */
  async result<Own, Told>(this: ApiPromise<Own, Told>): Promise<CallResult<Own, Told>> {
    // What the document says of each status is promised, and the server trusted to keep to it.
    return (await this.#heard().then(succeed).catch(fail)) as CallResult<Own, Told>;
  }

  /** Whoever asks hears of a failure there: it is no unhandled rejection of the promise itself. */
  #heard(): Promise<CallOutcome<Data>> {
    this.catch(() => undefined);
    return this.#outcome;
  }
}

function succeed(outcome: CallOutcome<unknown>): object {
  const { data } = outcome;
  const rest = outcome.describe();
  return { ok: true, status: rest.response.status, data, ...rest };
}

function fail(error: unknown): object {
  if (!(error instanceof ClientError)) throw error;
  // The gate refuses without asking the server.
  const answered = error instanceof ApiError && error.code !== 'rate_limit_wait_too_long';
  if (!answered) return { ok: false, status: undefined, error, body: undefined };
  const { status, body } = error;
  return { ok: false, status, error, body: (typeof body === 'object' && body) || undefined };
}
