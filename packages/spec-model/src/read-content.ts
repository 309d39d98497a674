import type { ApiContent, ApiEncoding, ApiExample, JsonSchema, JsonValue } from './api-model.ts';
import { compact, entriesOf, member, textOf } from './json-reader.ts';
import type { Resolve } from './reference.ts';

/** The media types of a body, in document order. */
export function readContent(body: JsonValue, resolve: Resolve): ApiContent[] {
  return entriesOf(body, 'content').map(([mediaType, written]) => {
    const media = resolve(written);
    return compact({
      mediaType,
      schema: member(media, 'schema') as JsonSchema | undefined, // the structure check saw a schema
      itemSchema: member(media, 'itemSchema') as JsonSchema | undefined, // as above
      encoding: readEncoding(media),
      examples: readExamples(media, resolve),
    });
  });
}

function readEncoding(media: JsonValue): ApiContent['encoding'] {
  const written = entriesOf(media, 'encoding');
  if (written.length === 0) return undefined;
  return Object.fromEntries(
    written.map(([property, encoding]): [string, ApiEncoding] => {
      const explode = member(encoding, 'explode');
      return [
        property,
        compact({
          contentType: textOf(encoding, 'contentType'),
          style: textOf(encoding, 'style'),
          explode: typeof explode === 'boolean' ? explode : undefined,
        }),
      ];
    }),
  );
}

/** The examples of a media type or parameter; the one of `example` is called `default`. */
export function readExamples(holder: JsonValue, resolve: Resolve): ApiExample[] {
  const single = member(holder, 'example');
  const named = entriesOf(holder, 'examples').flatMap(([name, written]) => {
    const example = resolve(written);
    // OpenAPI 3.2 tells the data and its form on the wire apart.
    const value = ['value', 'dataValue', 'serializedValue']
      .map((place) => member(example, place))
      .find((one) => one !== undefined);
    return value === undefined
      ? []
      : [compact({ name, summary: textOf(example, 'summary'), value })];
  });
  return single === undefined ? named : [{ name: 'default', value: single }, ...named];
}
