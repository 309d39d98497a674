import type {
  ApiParameter,
  JsonObject,
  JsonSchema,
  JsonValue,
  ParameterLocation,
} from './api-model.ts';
import { compact, entriesOf, extensionsOf, member, textOf } from './json-reader.ts';
import { readExamples } from './read-content.ts';
import type { Resolve } from './reference.ts';

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;
// OpenAPI 3.1, Parameter Object: header parameters of these names shall be ignored.
const IGNORED_HEADERS: readonly string[] = ['accept', 'content-type', 'authorization'];

/**
 * Merges parameters: a later one of the same name and place overrides an earlier one.
 *
 * @param written - Of the path item, then of the operation.
 */
export function readParameters(written: readonly JsonValue[], resolve: Resolve): ApiParameter[] {
  const merged = new Map<string, ApiParameter>();
  for (const value of written) {
    const parameter = readParameter(resolve(value), resolve);
    if (parameter !== undefined) {
      merged.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...merged.values()];
}

function readParameter(written: JsonObject, resolve: Resolve): ApiParameter | undefined {
  const isWhole = written['in'] === 'querystring';
  const place = isWhole ? 'query' : LOCATIONS.find((known) => known === written['in']);
  const name = textOf(written, 'name');
  if (place === undefined || name === undefined || isIgnored(place, name)) {
    return undefined;
  }
  const style =
    textOf(written, 'style') ?? (place === 'path' || place === 'header' ? 'simple' : 'form');
  const [content] = entriesOf(written, 'content');
  // A whole query that is a form is an object whose members are parameters (OpenAPI 3.2, Parameter
  // Object, in: querystring).
  const isForm = isWhole && /^application\/x-www-form-urlencoded\b/i.test(content?.[0] ?? '');
  return compact({
    name,
    in: place,
    required: place === 'path' || member(written, 'required') === true,
    deprecated: member(written, 'deprecated') === true,
    description: textOf(written, 'description'),
    style,
    explode: (member(written, 'explode') ?? style === 'form') === true,
    schema: schemaIn(written) ?? schemaIn(content?.[1]) ?? true,
    contentType: isForm ? undefined : content?.[0],
    isWholeQuery: isWhole && !isForm ? true : undefined,
    allowEmptyValue: member(written, 'allowEmptyValue') === true ? true : undefined,
    example: readExamples(written, resolve)[0]?.value,
    extensions: extensionsOf(written),
  });
}

function isIgnored(place: ParameterLocation, name: string): boolean {
  return place === 'header' && IGNORED_HEADERS.includes(name.toLowerCase());
}

/** The member `schema` of an object. */
export function schemaIn(value: JsonValue | undefined): JsonSchema | undefined {
  return member(value, 'schema') as JsonSchema | undefined; // the structure check saw a schema here
}
