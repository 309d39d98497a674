import type { ApiContent, ApiRequestBody, JsonValue } from '@product/spec-model';
import type { Operation } from '../model/operation.ts';
import { dropReadOnly } from '../schema/drop-read-only.ts';
import { readForm } from '../schema/read-form.ts';
import { faultSentence, type SchemaFault } from '../schema/schema-fault.ts';
import type { Exchange } from './exchange-state.ts';
import { type FieldError, type Outcome, problem } from './outcome.ts';
import { parseJson } from './parse-json.ts';

/** A body that was read, or why it could not be. */
export type BodyReading =
  | { readonly refusal: Outcome }
  | { readonly value: JsonValue | undefined; readonly errors: readonly FieldError[] };

/** Reads and checks the body, if the operation describes one; a body that it does not is ignored. */
export function readBody(exchange: Exchange, operation: Operation): BodyReading {
  const { core, request } = exchange;
  const described = operation.api.requestBody;
  const size = request.body?.byteLength ?? 0;
  if (described === undefined) return { value: undefined, errors: [] };
  if (size > core.maxBodyBytes) return { refusal: tooLarge(core.maxBodyBytes) };
  if (request.body === undefined || size === 0) return readNothing(described);
  const type = request.headers['content-type']?.[0] ?? '';
  const content = findContent(described, type);
  if (content === undefined) return { refusal: unsupported(described, type) };
  return readContent(exchange, content, request.body);
}

function readNothing({ required }: ApiRequestBody): BodyReading {
  const missing: FieldError = { pointer: '', code: 'required', message: 'The body is required.' };
  return { value: undefined, errors: required ? [missing] : [] };
}

function readContent({ core }: Exchange, content: ApiContent, bytes: Uint8Array): BodyReading {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { refusal: malformed('the body is not UTF-8') };
  const parsed = parseText(text, content, core);
  if ('fault' in parsed) return { refusal: malformed(parsed.fault) };
  const { schema } = content;
  if (schema === undefined) return { value: parsed.value, errors: [] };
  const value = dropReadOnly(core.schemas, schema, parsed.value);
  const faults = core.validators.check(schema, value, 'request');
  return { value, errors: faults.map(toFieldError) };
}

type Parsed = { readonly value: JsonValue } | { readonly fault: string };

function parseText(text: string, content: ApiContent, core: Exchange['core']): Parsed {
  if (isJson(content.mediaType)) return parseJson(text);
  if (!content.mediaType.includes('x-www-form-urlencoded')) return { value: text };
  const value = readForm(core.schemas, content.schema, text);
  return value === undefined ? { fault: 'the form has broken percent-encoding' } : { value };
}

/** The body described for a content type: the exact one, then `application/*`, then anything. */
function findContent({ content }: ApiRequestBody, type: string): ApiContent | undefined {
  const name = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (!/^[^/\s]+\/[^/\s]+$/.test(name)) return undefined;
  const wanted = [name, `${name.split('/')[0]}/*`, '*/*'];
  for (const mediaType of wanted) {
    const found = content.find((entry) => entry.mediaType.toLowerCase() === mediaType);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isJson(mediaType: string): boolean {
  return /[/+]json\b/i.test(mediaType);
}

function toFieldError(fault: SchemaFault): FieldError {
  const name = fault.pointer.split('/').at(-1) ?? '';
  return { pointer: fault.pointer, code: fault.code, message: faultSentence(name, fault) };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function malformed(reason: string): Outcome {
  const detail = `The request cannot be read: ${reason}.`;
  return problem(400, { code: 'malformed_request', detail });
}

function tooLarge(maxBytes: number): Outcome {
  const detail = `The body may have at most ${maxBytes} bytes.`;
  return problem(413, { code: 'body_too_large', detail });
}

function unsupported({ content }: ApiRequestBody, type: string): Outcome {
  const accepted = content.map(({ mediaType }) => mediaType).join(' or ');
  const sent = type === '' ? 'something without a Content-Type' : type.slice(0, 100);
  const detail = `The body must be ${accepted}, not ${sent}.`;
  return problem(415, { code: 'unsupported_media_type', detail });
}
