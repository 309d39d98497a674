/**
 * Streams: server-sent events and JSON Lines, item by item.
 *
 * @packageDocumentation
 */

export type { ServerSentEvent } from './streams/parse-events.ts';
export {
  type EventReadOptions,
  type EventSourceAnswer,
  type EventStream,
  type ReconnectOptions,
  readEvents,
} from './streams/read-events.ts';
export {
  type JsonLines,
  readJsonLines,
  type StreamReadOptions,
} from './streams/read-json-lines.ts';
export {
  type EventStreamOptions,
  type StreamCall,
  type StreamOptions,
  streamEvents,
  streamJsonEvents,
  streamJsonLines,
} from './streams/stream-call.ts';
