import type { Core } from '../core.ts';
import { readForm } from '../wire/read-form.ts';
import { bytesAsText, decodeBytes } from './decode-bytes.ts';
import type { Exchange } from './exchange-state.ts';
import { parseJson } from './parse-json.ts';
import type { ParsedBody, SentBody } from './sent-body.ts';

/**
 * Reads a body by the type that was sent: JSON, forms and text. XML and everything that is not text
 * is taken as it is.
 */
export function parseBody({ core, requests }: Exchange, body: SentBody): ParsedBody {
  const { name, parameters } = body.type;
  if (name === 'multipart/form-data' && requests !== undefined) {
    return requests.readMultipart(core.wires, body);
  }
  if (!textual.test(name)) return { value: bytesAsText(body.bytes), isOpaque: true };
  const text = decodeBytes(body.bytes, parameters.get('charset') ?? 'utf-8');
  if (typeof text !== 'string') return text;
  return requests?.readJson(core.wires, body, text) ?? parseText(core, body, text);
}

const textual =
  /^text\/|[/+](?:json|xml|yaml)$|[/-](?:javascript|graphql|ndjson|jsonl|www-form-urlencoded)$/;

function parseText({ wires }: Core, { type, content }: SentBody, text: string): ParsedBody {
  if (/[/+]json$/.test(type.name)) return parseJson(text);
  if (type.name === 'text/plain') return { value: text };
  if (!type.name.endsWith('/x-www-form-urlencoded')) return { value: text, isOpaque: true };
  const form = readForm(wires, content, text);
  return 'fault' in form ? form : { value: wires.typed(content.schema, form.value) };
}
