import { createLineSplitter } from './split-lines.ts';

/** One event of a stream of server-sent events. */
export interface ServerSentEvent<Data = string> {
  /** Type of the event: `message`, unless the server names another. */
  readonly event: string;
  /** What it carries. */
  readonly data: Data;
  /** Last id that the server gave; empty if it gave none. */
  readonly id: string;
}

/** Reads events out of text that comes in pieces. */
export interface EventParser {
  /** Last id that the server gave; it stands for the place in the stream. */
  readonly lastEventId: string;
  /** Wait before a reconnection that the server asks for, in milliseconds. */
  readonly retryMs: number | undefined;
  /** Characters of the event that has not ended yet. */
  readonly pending: number;
  /**
   * The events that end in a piece of text.
   *
   * @param text - The piece, cut anywhere.
   */
  push(text: string): ServerSentEvent[];
}

/**
 * A parser of server-sent events, by the rules of the HTML standard.
 *
 * @remarks An event that the end of the stream leaves unfinished is not one.
 * @param lastEventId - Where the stream goes on.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function createEventParser(lastEventId = ''): EventParser {
  const splitter = createLineSplitter();
  let id = lastEventId;
  let dispatchedId = lastEventId;
  let retryMs: number | undefined;
  let event = '';
  let data = '';

  function dispatch(): ServerSentEvent[] {
    dispatchedId = id;
    const found = data === '' ? [] : [{ event: event || 'message', data: data.slice(0, -1), id }];
    event = '';
    data = '';
    return found;
  }

  function read(line: string): ServerSentEvent[] {
    if (line === '') return dispatch();
    const [field, value] = fieldOf(line);
    if (field === 'data') data += `${value}\n`;
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^[0-9]+$/.test(value)) retryMs = Number(value);
    return [];
  }

  return {
    get lastEventId() {
      return dispatchedId;
    },
    get retryMs() {
      return retryMs;
    },
    get pending() {
      return data.length + splitter.rest.length;
    },
    push: (text) => splitter.push(text).flatMap(read),
  };
}

/** A line without a colon is a name alone; one that begins with a colon is a comment, of no name. */
function fieldOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)];
}
