import { type ApiModel, type JsonSchema, member } from '@product/spec-model';
import { asSchema, schemaName, schemasOf } from './schema-reader.ts';

/** Keywords whose schemas are part of the type itself: a cycle through them alone has no meaning. */
export const COMPOSITION: readonly string[] = ['allOf', 'oneOf', 'anyOf'];

/**
 * Whether a named schema is defined in terms of itself.
 *
 * @param name - The schema.
 * @param schemas - All of them.
 * @param keywords - The keywords to look through; references are always followed.
 */
export function reachesItself(
  name: string,
  schemas: ApiModel['schemas'],
  keywords: readonly string[],
): boolean {
  const seen = new Set<string>();
  const reaches = (schema: JsonSchema | undefined): boolean => {
    const target = schemaName(schema);
    if (target === undefined) {
      return partsOf(schema, keywords).some(reaches);
    }
    if (target === name || seen.has(target) || !Object.hasOwn(schemas, target)) {
      return target === name;
    }
    seen.add(target);
    return reaches(schemas[target]);
  };
  return Object.hasOwn(schemas, name) && reaches(schemas[name]);
}

function partsOf(schema: JsonSchema | undefined, keywords: readonly string[]): JsonSchema[] {
  if (typeof schema !== 'object') {
    return [];
  }
  return keywords.flatMap((keyword) => {
    const single = asSchema(member(schema, keyword));
    return single === undefined ? schemasOf(schema, keyword) : [single];
  });
}
