import type { ApiModel, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';

/** The names of the properties of which the document says that they hold the secret of a key. */
export function secretNames({ schemas, operations }: ApiModel): readonly string[] {
  const names = new Set<string>();
  const look = (value: JsonValue): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isObject(value)) return;
    for (const [name, entry] of Object.entries(value)) {
      if (isObject(entry) && entry['x-api-key-field'] === 'secret') names.add(name);
      look(entry);
    }
  };
  look(schemas);
  const answers = operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content),
  );
  for (const { schema } of answers) if (schema !== undefined) look(schema);
  return [...names];
}

/** The names of the headers or query parameters in which keys travel. */
export function keyNames(
  { securitySchemes }: Pick<ApiModel, 'securitySchemes'>,
  place: 'header' | 'query',
): readonly string[] {
  const schemes = Object.values(securitySchemes).filter((scheme) => scheme.in === place);
  return schemes.flatMap(({ name }) => name ?? []);
}
