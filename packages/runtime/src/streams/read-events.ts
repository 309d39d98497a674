import { type Clock, systemClock } from '../client/clock.ts';
import { ConnectionError } from '../errors/call-errors.ts';
import { fullJitterMs, withJitterOnTopMs } from '../policy/backoff.ts';
import { createEventParser, type EventParser, type ServerSentEvent } from './parse-events.ts';
import { MAX_LENGTH, type StreamReadOptions } from './read-json-lines.ts';
import { readText } from './read-text.ts';
import { checkType, type StreamOrigin, streamFault, streamLost } from './stream-error.ts';

/** How often, and how soon, a stream of events is opened anew. */
export interface ReconnectOptions {
  /**
   * `lost`: when the connection breaks, if the place is known: the server gave an id, or nothing came yet.
   * `always`: also without an id, and when the stream ends in order, as `EventSource` does, until the
   * server answers 204. `never`: not at all.
   *
   * @defaultValue `'lost'`
   */
  readonly when?: 'lost' | 'always' | 'never' | undefined;
  /**
   * Most times in a row, from 0, without an event in between.
   *
   * @defaultValue 3
   */
  readonly maxAttempts?: number | undefined;
  /**
   * Bound of the first wait, in milliseconds; it doubles with each attempt in a row, and the wait is drawn
   * from 0 to the bound.
   *
   * @defaultValue that of the client's `retry`, else 500
   */
  readonly baseDelayMs?: number | undefined;
  /**
   * Bound that waits stop growing at, in milliseconds; also of a wait that the server asks for.
   *
   * @defaultValue that of the client's `retry`, else 20_000
   */
  readonly maxDelayMs?: number | undefined;
}

/** How a stream of events is read. */
export interface EventReadOptions extends StreamReadOptions {
  /** When it is opened anew; only a stream that was given as a function can be. */
  readonly reconnect?: ReconnectOptions | undefined;
  /** Id of the event after which the stream goes on. */
  readonly lastEventId?: string | undefined;
  /** Data of the event that ends the stream, such as `[DONE]`; it is not given out. */
  readonly endData?: string | undefined;
  /**
   * Where time comes from.
   *
   * @defaultValue real time
   */
  readonly clock?: Clock | undefined;
  /**
   * Where jitter comes from: a number from 0 to below 1.
   *
   * @defaultValue `Math.random`
   */
  readonly random?: (() => number) | undefined;
}

/** The events of a stream. A loop that is left ends the stream; a second loop finds nothing. */
export interface EventStream<Data = string>
  extends AsyncGenerator<ServerSentEvent<Data>, void, undefined> {}

/** An answer of events, or what asks for it, each time anew. */
export type EventSourceAnswer =
  | Response
  | PromiseLike<Response>
  | ((headers: { readonly [name: string]: string }) => PromiseLike<Response>);

/**
 * The events of an answer of server-sent events, each when it is asked for.
 *
 * @param answer - An answer, as `asResponse()` gives it; or a function that asks for one with the headers
 * it is given, and so can go on after the last event when the connection breaks.
 * @param options - How it is read.
 * @throws `DecodeError` if it is of another content type or an event is too long;
 * `ConnectionError` if it is cut off, and not opened anew.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function readEvents(answer: EventSourceAnswer, options: EventReadOptions = {}): EventStream {
  const { signal } = options;
  const open: OpenEvents = async (headers) => ({
    response: await (typeof answer === 'function' ? answer(headers) : answer),
    signal,
  });
  const never = typeof answer === 'function' ? {} : { when: 'never' as const };
  return eventsOf(open, { ...options, reconnect: { ...options.reconnect, ...never } });
}

/** Asks for the stream with these headers. */
export type OpenEvents = (headers: { readonly [name: string]: string }) => Promise<StreamOrigin>;

/**
 * The events of a stream, opened anew as its options allow.
 *
 * @param open - Asks for the stream.
 * @param options - How it is read.
 */
export async function* eventsOf(open: OpenEvents, options: EventReadOptions): EventStream {
  const { signal, lastEventId = '' } = options;
  const place: Place = { id: lastEventId, retryMs: undefined, failures: 0, isFresh: true };
  for (;;) {
    const origin = await open(headersFor(place.id));
    if (origin.response.status === 204) return;
    const end = yield* readOnce(origin, place, options);
    if (end === 'final') return;
    if (!mayReconnect(place, end, options)) {
      if (end) throw end;
      return;
    }
    place.failures += 1;
    const clock = options.clock ?? origin.call?.settings.clock ?? systemClock;
    await clock.sleep(waitMs(place, origin, options), signal).catch((cause: unknown) => {
      throw streamLost(cause, origin);
    });
  }
}

/** How far the stream has come, over all its connections. */
interface Place {
  id: string;
  retryMs: number | undefined;
  failures: number;
  isFresh: boolean;
}

/** Reads one connection; gives how it was cut off, if it was, or `final` after the event that ends all. */
async function* readOnce(
  origin: StreamOrigin,
  place: Place,
  options: EventReadOptions,
): AsyncGenerator<ServerSentEvent, 'final' | ConnectionError | undefined, undefined> {
  checkType(origin, /^text\/event-stream\b/i);
  const { maxLength = MAX_LENGTH, endData } = options;
  const parser = createEventParser(place.id);
  try {
    for await (const text of readText(origin, false)) {
      for (const event of parser.push(text)) {
        if (event.data.length > maxLength)
          throw streamFault('response_too_large', origin, event.data);
        if (event.data === endData) return 'final';
        Object.assign(place, { failures: 0, isFresh: false });
        yield event;
      }
      if (parser.pending > maxLength) throw streamFault('response_too_large', origin, text);
      note(place, parser);
    }
  } catch (error) {
    if (error instanceof ConnectionError) return error;
    throw error;
  }
  return undefined;
}

function note(place: Place, { lastEventId, retryMs }: EventParser): void {
  place.id = lastEventId;
  place.retryMs = retryMs ?? place.retryMs;
}

function mayReconnect(
  { failures, id, isFresh }: Place,
  failure: ConnectionError | undefined,
  { reconnect = {} }: EventReadOptions,
): boolean {
  const { when = 'lost', maxAttempts = 3 } = reconnect;
  if (failures >= maxAttempts || when === 'never') return false;
  return when === 'always' || (failure !== undefined && (isFresh || id !== ''));
}

function waitMs(
  { failures, retryMs }: Place,
  { call }: StreamOrigin,
  options: EventReadOptions,
): number {
  const { reconnect = {}, random = call?.settings.random ?? Math.random } = options;
  const baseDelayMs = reconnect.baseDelayMs ?? call?.retry.baseDelayMs ?? 500;
  const maxDelayMs = reconnect.maxDelayMs ?? call?.retry.maxDelayMs ?? 20_000;
  // A wait of 0 would ask a server in trouble over and over.
  return retryMs
    ? withJitterOnTopMs(Math.min(retryMs, maxDelayMs), random())
    : fullJitterMs(failures, { baseDelayMs, maxDelayMs }, random());
}

/** A header carries bytes; an id is text, sent as UTF-8. */
function headersFor(id: string): { readonly [name: string]: string } {
  const text = String.fromCharCode(...new TextEncoder().encode(id));
  return { accept: 'text/event-stream', ...(id && { 'last-event-id': text }) };
}
