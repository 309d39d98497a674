import type { ApiModel, JsonObject, JsonValue } from '@product/spec-model';
import { asObject, asText, isObject, ownValue } from './json-read.ts';

/** How errors look on the wire, when not as RFC 9457 has them: `x-error-format` on the root. */
export interface ErrorFormat {
  readonly contentType: string;
  /** With `{code}`, `{detail}`, `{status}`, `{request_id}` and `{errors}` in its texts. */
  readonly body: JsonValue;
  /** The API's own words for codes. */
  readonly codes: JsonObject;
}

/** Reads the format; absent when errors are `application/problem+json`. */
export function readErrorFormat({ extensions }: ApiModel): ErrorFormat | undefined {
  const format = extensions['x-error-format'];
  if (!isObject(format)) return undefined;
  return {
    contentType: asText(format['content_type'], 'application/json'),
    body: format['body'] ?? {},
    codes: asObject(format['codes']),
  };
}

/**
 * Fills the placeholders of a body. A text that is one placeholder takes the type of its value; a
 * member whose value is missing is left out.
 */
export function fillErrorBody(body: JsonValue, values: JsonObject): JsonValue | undefined {
  if (typeof body === 'string') return fillText(body, values);
  if (Array.isArray(body)) return body.map((entry) => fillErrorBody(entry, values) ?? null);
  if (!isObject(body)) return body;
  const filled = Object.entries(body).flatMap(([name, entry]): [string, JsonValue][] => {
    const value = fillErrorBody(entry, values);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(filled);
}

function fillText(text: string, values: JsonObject): JsonValue | undefined {
  const [, whole] = /^\{(\w+)\}$/.exec(text) ?? [];
  if (whole !== undefined) return ownValue(values, whole);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(ownValue(values, name) ?? ''));
}
