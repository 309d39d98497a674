import type { Caller, CallInput } from '../client/caller.ts';
import type { CallOptions } from '../client/options.ts';
import type { OperationFacts } from '../client/profile.ts';
import type { ServerSentEvent } from './parse-events.ts';
import {
  type EventReadOptions,
  type EventStream,
  eventsOf,
  type OpenEvents,
} from './read-events.ts';
import { type JsonLines, jsonLinesOf, type StreamReadOptions } from './read-json-lines.ts';
import { type StreamOrigin, streamFault } from './stream-error.ts';

/** What can be set for a call that streams JSON Lines. */
export interface StreamOptions extends CallOptions, Pick<StreamReadOptions, 'maxLength'> {}

/** What can be set for a call that streams events. */
export interface EventStreamOptions
  extends StreamOptions,
    Pick<EventReadOptions, 'reconnect' | 'lastEventId' | 'endData'> {}

/** A call whose answer is a stream. */
export interface StreamCall<Options> {
  /** What the document says of the operation. */
  readonly operation: OperationFacts;
  /** What is sent. */
  readonly input: CallInput;
  /** How. */
  readonly options?: Options | undefined;
}

/**
 * Makes a call whose answer is a stream of JSON Lines, when its first item is asked for.
 *
 * @param caller - Makes the call.
 * @param call - The call.
 */
export async function* streamJsonLines<Item>(
  caller: Caller,
  { operation, input, options: { maxLength, ...options } = {} }: StreamCall<StreamOptions>,
): JsonLines<Item> {
  const { call, reply } = await caller.stream(operation, input, options);
  const origin = { call, response: reply.response, signal: options.signal };
  yield* jsonLinesOf<Item>(origin, { maxLength });
}

/**
 * Makes a call whose answer is a stream of events, when its first event is asked for.
 *
 * @remarks It is opened anew, after the last event, only if its method says that asking again is harmless.
 * @param caller - Makes the calls.
 * @param call - The call.
 */
export function streamEvents(
  caller: Caller,
  call: StreamCall<EventStreamOptions>,
): EventStream<string> {
  return startEvents(caller, call, ({ data }) => data);
}

/**
 * The same for a stream whose events carry JSON.
 *
 * @param caller - Makes the calls.
 * @param call - The call.
 */
export function streamJsonEvents<Data>(
  caller: Caller,
  call: StreamCall<EventStreamOptions>,
): EventStream<Data> {
  return startEvents(caller, call, ({ data }, origin) => {
    try {
      // The document promises the type; the server is trusted to keep to it.
      return JSON.parse(data) as Data;
    } catch {
      throw streamFault('invalid_json', origin, data);
    }
  });
}

async function* startEvents<Data>(
  caller: Caller,
  { operation, input, options = {} }: StreamCall<EventStreamOptions>,
  read: (event: ServerSentEvent, origin: StreamOrigin) => Data,
): EventStream<Data> {
  const { maxLength, reconnect, lastEventId, endData, ...rest } = options;
  const { signal } = rest;
  const when = operation.method === 'GET' ? 'lost' : 'never';
  let origin: StreamOrigin | undefined;
  const open: OpenEvents = async (headers) => {
    const all = { ...rest, headers: { ...rest.headers, ...headers } };
    const { call, reply } = await caller.stream(operation, input, all);
    origin = { call, response: reply.response, signal };
    return origin;
  };
  const how = { maxLength, lastEventId, endData, signal };
  for await (const event of eventsOf(open, { ...how, reconnect: { when, ...reconnect } })) {
    // The stream that gave an event has been opened.
    if (origin) yield { ...event, data: read(event, origin) };
  }
}
