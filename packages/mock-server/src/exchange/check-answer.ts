import type {
  ApiContent,
  ApiResponse,
  JsonObject,
  JsonSchema,
  JsonValue,
} from '@product/spec-model';
import type { Core } from '../core.ts';
import { isObject } from '../model/json-read.ts';
import type { Exchange } from './exchange-state.ts';
import { readHeaderValue } from './header-value.ts';
import type { MockAnswer } from './message.ts';

/** Statuses whose answers have no body (RFC 9110 §6.4.1, §15.3.6). */
export const bodyless: readonly number[] = [204, 205, 304];

/** An answer whose body is still data. */
export interface DraftAnswer extends MockAnswer {
  readonly data: JsonValue | undefined;
}

/**
 * What an answer has that the document does not describe.
 *
 * @returns Absent when the document describes it, or when no operation was found to describe it.
 */
export function checkAnswer(exchange: Exchange, answer: DraftAnswer): string | undefined {
  const { core, operation, answers } = exchange;
  if (operation === undefined) return undefined;
  const described = operation.responseFor(answer.status);
  if (described === undefined) return `status ${answer.status} is not documented`;
  // Where headers are completed, each was checked then.
  const headerFault = answers === undefined ? checkHeaders(core, described, answer) : undefined;
  return headerFault ?? checkBody(exchange, described, answer);
}

function checkHeaders(
  { schemas, validators }: Core,
  { headers }: ApiResponse,
  answer: DraftAnswer,
): string | undefined {
  const sent = new Map(
    Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const { name, required, schema } of headers) {
    const value = sent.get(name.toLowerCase());
    if (value === undefined) {
      if (required) return `header ${name} is missing`;
      continue;
    }
    const typed = readHeaderValue(schemas, schema, String(value));
    const [fault] = validators.check(schema, typed, 'response');
    if (fault !== undefined) return `header ${name} ${fault.message}`;
  }
  return undefined;
}

function checkBody(
  { core, operation }: Exchange,
  { content }: ApiResponse,
  { status, data, headers, body }: DraftAnswer,
): string | undefined {
  if (data === undefined) {
    const isMissing = content.length > 0 && body === undefined && !bodyless.includes(status);
    return isMissing ? 'the body is missing' : undefined;
  }
  const type = String(headers['Content-Type']);
  const described = findType(content, type);
  if (described === undefined) return `the body's type ${type} is not documented`;
  if (described.schema === undefined) return undefined;
  if (isObject(data) && accepted.get(data) === described.schema) return undefined;
  const [fault] = core.validators.check(described.schema, data, 'response');
  if (fault !== undefined) return `the body at "${fault.pointer}" ${fault.message}`;
  if (isObject(data) && operation?.method === 'GET') accepted.set(data, described.schema);
  return undefined;
}

// The schema that last accepted an object that was read: rows never change, and are read again and again.
const accepted = new WeakMap<JsonObject, JsonSchema>();

// The type itself, else a range that it lies in.
function findType(content: ApiResponse['content'], type: string): ApiContent | undefined {
  const exact = content.find(({ mediaType }) => mediaType === type);
  if (exact !== undefined) return exact;
  const name = type.toLowerCase();
  const ranges = [name, `${name.split('/')[0]}/*`, '*/*'];
  for (const range of ranges) {
    const found = content.find(({ mediaType }) => mediaType.trim().toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return undefined;
}
