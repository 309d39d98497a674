import type { ApiHeader, ApiResponse, JsonObject, JsonValue } from './api-model.ts';
import { compact, entriesOf, member, textOf } from './json-reader.ts';
import { readContent, readExamples } from './read-content.ts';
import { schemaIn } from './read-parameters.ts';
import type { Resolve } from './reference.ts';

/** The documented answers of an operation. */
export function readResponses(operation: JsonValue | undefined, resolve: Resolve): ApiResponse[] {
  return entriesOf(operation, 'responses')
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, written]) => {
      const response = resolve(written);
      return {
        status: status.toLowerCase() === 'default' ? 'default' : status.toUpperCase(),
        description: textOf(response, 'description') ?? '',
        headers: readHeaders(response, resolve),
        content: readContent(response, resolve),
      };
    });
}

function readHeaders(response: JsonObject, resolve: Resolve): ApiHeader[] {
  return (
    entriesOf(response, 'headers')
      // OpenAPI 3.1, Response Object: a header named Content-Type shall be ignored.
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, written]) => {
        const header = resolve(written);
        const [content] = entriesOf(header, 'content');
        return compact({
          name,
          required: member(header, 'required') === true,
          description: textOf(header, 'description'),
          schema: schemaIn(header) ?? schemaIn(content?.[1]) ?? true,
          example: readExamples(header, resolve)[0]?.value,
        });
      })
  );
}
