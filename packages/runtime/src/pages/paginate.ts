import type { CallOutcome } from '../client/api-promise.ts';
import type { Caller, CallInput } from '../client/caller.ts';
import { decode, decodeError } from '../client/decode.ts';
import type { CallOptions } from '../client/options.ts';
import type { OperationFacts, Pagination } from '../client/profile.ts';
import { Page, type PageLink } from './page.ts';
import { PagePromise } from './page-promise.ts';
import type { PageAnswer, PageRequest, PageStyle, Position } from './page-style.ts';
import { resolvePointer } from './pointer.ts';
import { markOf, readResumeToken, writeResumeToken } from './resume-token.ts';

/** What can be set for a list. */
export interface ListOptions extends CallOptions {
  /** `resumeToken` of a page of the same list: goes on after that page. */
  readonly resume?: string | undefined;
  /**
   * Whether a loop asks for the next page while it works on one, if the rate limit has room. When the
   * loop is left, that call is aborted, and may have been counted.
   *
   * @defaultValue false
   */
  readonly prefetch?: boolean | undefined;
}

/** A call to a list. */
export interface ListCall {
  /** What the document says of the operation. */
  readonly operation: OperationFacts;
  /** What is sent. */
  readonly input: CallInput;
  /** How; it holds for each page. */
  readonly options?: ListOptions | undefined;
}

/** What the pages of a list share. */
interface List {
  readonly caller: Caller;
  readonly style: PageStyle;
  readonly facts: Pagination;
  readonly operation: OperationFacts;
  readonly input: CallInput;
  readonly first: PageRequest;
  readonly options: CallOptions;
  /** At which page each position led on; one that led on from an earlier page is a loop. */
  readonly trail: Map<Position, number>;
}

/**
 * Makes a call to a list, whose further pages can be reached from its answer.
 *
 * @param caller - Makes the calls.
 * @param style - How its pages follow each other.
 * @param call - The call.
 */
export function paginate<Item, Answers = unknown>(
  caller: Caller,
  style: PageStyle,
  { operation, input, options: { resume, prefetch = false, ...options } = {} }: ListCall,
): PagePromise<Item, Answers> {
  const facts = operation.pagination ?? { itemsPointer: '' };
  const first = { path: operation.path, query: { ...input.query } };
  const list = { caller, style, facts, operation, input, first, options, trail: new Map() };
  return new PagePromise<Item, Answers>(start(list, resume), {
    operation: operation.id,
    signal: options.signal,
    rateLimit: prefetch ? caller.rateLimit : undefined,
  });
}

async function start<Item>(
  list: List,
  resume: string | undefined,
): Promise<CallOutcome<Page<Item>>> {
  if (resume === undefined) return load(list, list.first, { depth: 0 });
  const position = readResumeToken(resume, markOfList(list));
  list.trail.set(position, -1);
  return load(list, goTo(list, position), { depth: 0 });
}

async function load<Item>(
  list: List,
  request: PageRequest,
  { depth, changes }: { readonly depth: number; readonly changes?: CallOptions | undefined },
): Promise<CallOutcome<Page<Item>>> {
  const { caller, style, facts, input, options } = list;
  const executed = await caller.execute(
    { ...list.operation, path: request.path },
    { ...input, query: request.query },
    { ...options, ...changes },
  );
  const { call, reply } = executed;
  const body = decode(call, reply);
  const items = resolvePointer(body, facts.itemsPointer);
  if (!Array.isArray(items)) throw decodeError(call, reply, 'unexpected_page');
  const position = style.next({ facts, request, body, count: items.length, call, reply });
  const link =
    position === undefined ? undefined : linkTo<Item>(list, executed, { position, depth });
  // The document promises the type of the items; the server is trusted to keep to it.
  const page = new Page(items as readonly Item[], link);
  return { data: page, describe: () => executed.describe() };
}

function linkTo<Item>(
  list: List,
  { call, reply }: Pick<PageAnswer, 'call' | 'reply'>,
  { position, depth }: { readonly position: Position; readonly depth: number },
): PageLink<Item> {
  return {
    resumeToken: () => writeResumeToken(markOfList(list), position),
    next: async (changes) => {
      if ((list.trail.get(position) ?? depth) < depth)
        throw decodeError(call, reply, 'cursor_loop');
      list.trail.set(position, depth);
      const options = { depth: depth + 1, changes };
      return (await load<Item>(list, goTo(list, position), options)).data;
    },
  };
}

function goTo({ style, first, facts }: List, position: Position): PageRequest {
  return style.goTo(first, position, facts);
}

/** What makes a list this one: all that it asks for, apart from the place. */
function markOfList({ operation, input, first, facts }: List): string {
  const filters = Object.entries(first.query).filter(
    ([name, value]) => name !== facts.parameter && value !== undefined,
  );
  return markOf(operation.id, input.path, filters.sort());
}
