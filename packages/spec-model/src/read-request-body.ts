import type { ApiRequestBody, JsonValue } from './api-model.ts';
import { compact, member, textOf } from './json-reader.ts';
import { readContent } from './read-content.ts';
import type { Resolve } from './reference.ts';

/** The body of a request, if there is one. */
export function readRequestBody(
  written: JsonValue | undefined,
  resolve: Resolve,
): ApiRequestBody | undefined {
  if (written === undefined) {
    return undefined;
  }
  const body = resolve(written);
  return compact({
    required: member(body, 'required') === true,
    description: textOf(body, 'description'),
    content: readContent(body, resolve),
  });
}
