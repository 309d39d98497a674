/**
 * Streams: server-sent events and JSON Lines, item by item.
 *
 * @packageDocumentation
 */

export {
  type EventReadOptions,
  type EventSourceAnswer,
  type EventStream,
  type JsonLines,
  type ReconnectOptions,
  readEvents,
  readJsonLines,
  type ServerSentEvent,
  type StreamReadOptions,
} from '@product/client-runtime/streams';
