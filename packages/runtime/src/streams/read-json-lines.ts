import { readText } from './read-text.ts';
import { checkType, type StreamOrigin, streamFault } from './stream-error.ts';

/** Most characters that an event or a line may have, unless another limit is set. */
export const MAX_LENGTH: number = 2 ** 24;

/** How a stream is read. */
export interface StreamReadOptions {
  /** Ends the stream. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Most characters that one event or line may have, from 1.
   *
   * @defaultValue 16_777_216 (2^24)
   */
  readonly maxLength?: number | undefined;
}

/** The items of a stream of JSON Lines. A loop that is left ends the stream; a second loop finds nothing. */
export interface JsonLines<Item> extends AsyncGenerator<Item, void, undefined> {}

const TYPE = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines)\b/i;

/**
 * The items of an answer of JSON Lines, each when it is asked for.
 *
 * @remarks Empty lines are passed over.
 * @param answer - An answer, as `asResponse()` gives it.
 * @param options - How it is read.
 * @throws `DecodeError` if it is of another content type, is not UTF-8, or has a line that is not
 * JSON or too long; `ConnectionError` if it is cut off.
 * @see https://jsonlines.org
 */
export async function* readJsonLines<Item = unknown>(
  answer: Response | PromiseLike<Response>,
  options: StreamReadOptions = {},
): JsonLines<Item> {
  yield* jsonLinesOf<Item>({ response: await answer, signal: options.signal }, options);
}

/**
 * The items of an answer, which may be one that a client asked for.
 *
 * @param origin - The answer.
 * @param options - How it is read.
 */
export async function* jsonLinesOf<Item>(
  origin: StreamOrigin,
  { maxLength = MAX_LENGTH }: StreamReadOptions,
): JsonLines<Item> {
  checkType(origin, TYPE);
  let rest = '';
  const read = (line: string): Item[] => {
    if (line.length > maxLength) throw streamFault('response_too_large', origin, line);
    if (line.trim() === '') return [];
    try {
      // The document promises the type; the server is trusted to keep to it.
      return [JSON.parse(line) as Item];
    } catch {
      throw streamFault('invalid_json', origin, line);
    }
  };
  for await (const text of readText(origin, true)) {
    const [first = '', ...more] = text.split('\n');
    rest += first;
    for (const next of more) {
      yield* read(rest);
      rest = next;
    }
    if (rest.length > maxLength) throw streamFault('response_too_large', origin, rest);
  }
  yield* read(rest);
}
