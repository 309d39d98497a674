import type { ApiContent, ApiExample, JsonSchema, JsonValue } from './api-model.ts';
import { compact, entriesOf, member, textOf } from './json-reader.ts';
import type { Resolve } from './reference.ts';

/** The media types of a body, in document order. */
export function readContent(body: JsonValue, resolve: Resolve): ApiContent[] {
  return entriesOf(body, 'content').map(([mediaType, media]) =>
    compact({
      mediaType,
      schema: member(media, 'schema') as JsonSchema | undefined, // the structure check saw a schema
      examples: readExamples(media, resolve),
    }),
  );
}

/** The examples of a media type or parameter; the one of `example` is called `default`. */
export function readExamples(holder: JsonValue, resolve: Resolve): ApiExample[] {
  const single = member(holder, 'example');
  const named = entriesOf(holder, 'examples').flatMap(([name, written]) => {
    const example = resolve(written);
    const value = member(example, 'value');
    return value === undefined
      ? []
      : [compact({ name, summary: textOf(example, 'summary'), value })];
  });
  return single === undefined ? named : [{ name: 'default', value: single }, ...named];
}
