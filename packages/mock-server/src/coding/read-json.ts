import type { ApiContent, JsonSchema, JsonValue } from '@product/spec-model';
import { parseJson } from '../exchange/parse-json.ts';
import type { ParsedBody, SentBody } from '../exchange/sent-body.ts';
import { keepIn } from '../model/keep-in.ts';
import type { WireReader } from '../wire/type-wire.ts';

const streams = /[/+](?:json-seq|x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines)$/;

/**
 * Reads JSON, and a stream of it as a list: a value in each line, or behind each record separator.
 *
 * @returns Absent for another type, and where the document takes the stream as a text.
 * @see RFC 7464, https://jsonlines.org
 */
export function readJson(
  reader: WireReader,
  { type, content }: Pick<SentBody, 'type' | 'content'>,
  text: string,
): ParsedBody | undefined {
  if (/[/+]json$/.test(type.name)) return readWhole(text);
  if (!streams.test(type.name)) return undefined;
  const { schema = streamSchema(content) } = content;
  if (!reader.shapeOf(schema).types.has('array')) return undefined;
  const value: JsonValue[] = [];
  for (const [at, line] of text.replaceAll('\u001e', '\n').split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if ('fault' in parsed) return { fault: `line ${at + 1} is not valid JSON` };
    value.push(parsed.value);
  }
  return { value };
}

function readWhole(text: string): ParsedBody {
  const parsed = parseJson(text);
  return 'fault' in parsed ? { fault: parsed.fault + placeOf(text) } : parsed;
}

// Engines say it in words of their own; where they say no place, there is none to tell.
function placeOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const [, reason, place] = /: (.*) in JSON at .*\((.*)\)$/.exec(String(error)) ?? [];
    return place === undefined ? '' : `: ${reason} at ${place}`;
  }
}

const lists = new WeakMap<object, JsonSchema>();

/** The schema of all items of a stream (OpenAPI 3.2, Media Type Object, `itemSchema`). */
export function streamSchema({ itemSchema }: ApiContent): JsonSchema | undefined {
  if (typeof itemSchema !== 'object') return undefined;
  return keepIn(lists, itemSchema, () => ({ type: 'array', items: itemSchema }));
}
