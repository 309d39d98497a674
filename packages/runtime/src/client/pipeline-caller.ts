import type { RateLimitView } from '../gate/snapshot.ts';
import { Page } from '../pages/page.ts';
import { PagePromise } from '../pages/page-promise.ts';
import { readPage } from '../pages/read-page.ts';
import { ApiPromise, type CallOutcome } from './api-promise.ts';
import type { Caller, CallInput } from './caller.ts';
import { decode, decodeError, freshResponse, requestIdOf } from './decode.ts';
import { type Executed, type Execution, execute, type SendRequest } from './execute.ts';
import type { CallOptions } from './options.ts';
import type { CursorPagination, OperationFacts } from './profile.ts';
import type { Settings } from './settings.ts';

/** At which page each cursor led on; a cursor that led to an earlier page is a loop. */
type Trail = Map<string, number>;

/** The caller of a client: each call goes through the pipeline. */
export class PipelineCaller implements Caller {
  readonly #settings: Settings;
  readonly #sendRequest: SendRequest;

  /**
   * @param settings - Settings of the client.
   * @param sendRequest - Builds requests.
   */
  constructor(settings: Settings, sendRequest: SendRequest) {
    this.#settings = settings;
    this.#sendRequest = sendRequest;
  }

  /** See {@link Caller.rateLimit}. */
  get rateLimit(): RateLimitView {
    const { gates, credential, origin } = this.#settings;
    return gates.of(credential, origin);
  }

  /** See {@link Caller.call}. */
  call<Data>(operation: OperationFacts, input: CallInput, options?: CallOptions): ApiPromise<Data> {
    return new ApiPromise(this.#call<Data>({ operation, input, options }));
  }

  /** See {@link Caller.paginate}. */
  paginate<Item>(
    operation: OperationFacts,
    input: CallInput,
    options?: CallOptions,
  ): PagePromise<Item> {
    return new PagePromise(this.#page<Item>({ operation, input, options }, new Map(), 0));
  }

  async #call<Data>(execution: Execution): Promise<CallOutcome<Data>> {
    const executed = await execute(this.#settings, this.#sendRequest, execution);
    // The document promises the type; the server is trusted to keep to it.
    const data = decode(executed.call, executed.reply) as Data;
    return { data, describe: () => describe(executed) };
  }

  async #page<Item>(
    execution: Execution,
    trail: Trail,
    depth: number,
  ): Promise<CallOutcome<Page<Item>>> {
    const executed = await execute(this.#settings, this.#sendRequest, execution);
    const { call, reply } = executed;
    const pagination = execution.operation.pagination ?? NOT_PAGED;
    const { data, nextCursor } = readPage(decode(call, reply), pagination);
    if (!data) throw decodeError(call, reply, 'unexpected_page');
    const fetchNext = async (cursor: string): Promise<Page<Item>> => {
      const knownAt = trail.get(cursor) ?? depth + 1;
      if (knownAt <= depth) throw decodeError(call, reply, 'cursor_loop');
      trail.set(cursor, depth + 1);
      const { input } = execution;
      const query = { ...input.query, [pagination.cursorParameter]: cursor };
      const next = { ...execution, input: { ...input, query } };
      return (await this.#page<Item>(next, trail, depth + 1)).data;
    };
    // The document promises the type of the items; the server is trusted to keep to it.
    const items = data as readonly Item[];
    const page = new Page(
      { data: items, hasMore: nextCursor !== undefined, nextCursor },
      fetchNext,
    );
    return { data: page, describe: () => describe(executed) };
  }
}

const NOT_PAGED: CursorPagination = {
  cursorParameter: 'cursor',
  itemsPointer: '',
  nextCursorPointer: '/',
};

function describe({ call, reply }: Executed): ReturnType<CallOutcome<unknown>['describe']> {
  return {
    response: freshResponse(reply),
    requestId: requestIdOf(reply.response.headers),
    attempts: call.attempts,
    rateLimit: reply.rateLimit ?? [],
  };
}
