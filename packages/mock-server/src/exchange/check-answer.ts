import type { ApiResponse, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { coerce } from '../schema/coerce.ts';
import type { Exchange } from './exchange-state.ts';
import type { MockAnswer } from './message.ts';

/** An answer whose body is still data. */
export interface DraftAnswer extends MockAnswer {
  readonly data: JsonValue | undefined;
}

/**
 * What an answer has that the document does not describe.
 *
 * @returns Absent when the document describes it, or when no operation was found to describe it.
 */
export function checkAnswer(
  { core, operation }: Exchange,
  answer: DraftAnswer,
): string | undefined {
  if (operation === undefined) return undefined;
  const described = operation.responseFor(answer.status);
  if (described === undefined) return `status ${answer.status} is not documented`;
  return checkHeaders(core, described, answer) ?? checkBody(core, described, answer);
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
    const typed: JsonValue = coerce(String(value), schemas.typesOf(schema));
    const [fault] = validators.check(schema, typed, 'response');
    if (fault !== undefined) return `header ${name} ${fault.message}`;
  }
  return undefined;
}

function checkBody(
  { validators }: Core,
  { content }: ApiResponse,
  { data, headers }: DraftAnswer,
): string | undefined {
  if (data === undefined) return content.length > 0 ? 'the body is missing' : undefined;
  const type = String(headers['Content-Type']);
  const described = content.find(({ mediaType }) => mediaType.toLowerCase() === type);
  if (described === undefined) return `the body's type ${type} is not documented`;
  if (described.schema === undefined) return undefined;
  const [fault] = validators.check(described.schema, data, 'response');
  return fault && `the body at "${fault.pointer}" ${fault.message}`;
}
