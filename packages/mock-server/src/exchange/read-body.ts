import type { ApiContent, ApiRequestBody, JsonValue } from '@product/spec-model';
import type { Operation } from '../model/operation.ts';
import { dropReadOnly } from '../schema/drop-read-only.ts';
import { faultSentence, type SchemaFault } from '../schema/schema-fault.ts';
import type { Exchange } from './exchange-state.ts';
import { findContent, readContentType } from './find-content.ts';
import type { SentFile } from './input.ts';
import { type FieldError, type Outcome, problem } from './outcome.ts';
import { parseBody } from './parse-body.ts';

/** A body that was read, or why it could not be. */
export type BodyReading =
  | { readonly refusal: Outcome }
  | {
      readonly value: JsonValue | undefined;
      readonly files?: readonly SentFile[];
      readonly errors: readonly FieldError[];
    };

/** Reads and checks the body, if the operation describes one; a body that it does not is ignored. */
export function readBody(exchange: Exchange, operation: Operation): BodyReading {
  const { core, request } = exchange;
  const described = operation.api.requestBody;
  const size = request.body?.byteLength ?? 0;
  if (described === undefined) return { value: undefined, errors: [] };
  if (size > core.maxBodyBytes) return { refusal: tooLarge(core.maxBodyBytes) };
  const sent = size === 0 ? undefined : (request.headers['content-type']?.[0] ?? '');
  const header = exchange.requests ? exchange.requests.openBody(request, described) : sent;
  if (header === undefined) return readNothing(described);
  if (typeof header !== 'string') return { refusal: header };
  const type = readContentType(header);
  const content = type && findContent(described.content, type);
  // A body that is described without any type may be of any.
  if (type === undefined || content === undefined)
    return { refusal: unsupported(described, header) };
  const parsed = parseBody(exchange, { bytes: request.body ?? nothing, type, content });
  if ('fault' in parsed) return { refusal: malformed(parsed.fault) };
  if ('charset' in parsed) return { refusal: unsupported(described, header) };
  const { value, files, isOpaque = false } = parsed;
  const checked = checkBody(exchange, content, { value, isOpaque });
  return files === undefined ? checked : { ...checked, files };
}

const nothing = new Uint8Array();

function readNothing({ required }: ApiRequestBody): BodyReading {
  const missing: FieldError = { pointer: '', code: 'required', message: 'The body is required.' };
  return { value: undefined, errors: required ? [missing] : [] };
}

interface Checkable {
  readonly value: JsonValue;
  readonly isOpaque: boolean;
}

function checkBody(
  { core, requests }: Exchange,
  content: ApiContent,
  { value, isOpaque }: Checkable,
): { readonly value: JsonValue; readonly errors: readonly FieldError[] } {
  const { schemas, validators, wires } = core;
  const schema = content.schema ?? requests?.streamSchema(content);
  if (schema === undefined || (isOpaque && !takesText(wires.shapeOf(schema).types))) {
    return { value, errors: [] };
  }
  const kept = dropReadOnly(schemas, schema, value);
  const patch = requests?.checkMergePatch(core, content, kept);
  const faults = patch ?? validators.check(schema, kept, 'request');
  return { value: kept, errors: faults.map(toFieldError) };
}

// A schema of XML or an image describes what the text would be once it was read.
function takesText(types: ReadonlySet<string>): boolean {
  return types.size === 0 || types.has('string');
}

function toFieldError(fault: SchemaFault): FieldError {
  const { pointer, code } = fault;
  return { pointer, code, message: faultSentence(nameAt(pointer), fault) };
}

/** What a pointer leads to, for people: `title`, `tags[0]`. */
function nameAt(pointer: string): string {
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = steps.pop() ?? '';
  return /^\d+$/.test(name) && steps.length > 1 ? `${steps.at(-1)}[${name}]` : name;
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
