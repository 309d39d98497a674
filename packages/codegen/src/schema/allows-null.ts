import { type ApiModel, type JsonSchema, listOf } from '@product/spec-model';
import { followSchema, propertiesOf, schemasOf, typesOf } from './schema-reader.ts';

// Schemas that contain themselves end somewhere.
const DEEPEST = 10;

/**
 * Whether `null` is among the values that a schema allows, as the generated types say it.
 *
 * @param schema - The schema.
 * @param schemas - Named schemas, for references.
 * @param depth - How many schemas it is in.
 */
export function allowsNull(
  schema: JsonSchema | undefined,
  schemas: ApiModel['schemas'],
  depth = 0,
): boolean {
  const followed = followSchema(schema, schemas);
  if (typeof followed !== 'object' || depth > DEEPEST) return followed !== false;
  const literals = 'const' in followed ? [followed['const']] : listOf(followed, 'enum');
  if (literals.length > 0) return literals.includes(null);
  const types = typesOf(followed);
  if (types.length > 0) return types.includes('null');
  if (propertiesOf(followed).length > 0) return false;
  const allow = (part: JsonSchema): boolean => allowsNull(part, schemas, depth + 1);
  const choices = [schemasOf(followed, 'oneOf'), schemasOf(followed, 'anyOf')];
  return (
    schemasOf(followed, 'allOf').every(allow) &&
    choices.every((choice) => choice.length === 0 || choice.some(allow))
  );
}
