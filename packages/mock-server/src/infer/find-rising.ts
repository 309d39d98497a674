import type { ApiParameter, JsonSchema } from '@product/spec-model';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { foldName } from './fold-name.ts';

/** How pages are asked for by a number that ids have to be above. */
export interface Rising {
  readonly style: 'after-id';
  /** The parameter. */
  readonly after: string;
  /** The property. */
  readonly rising: string;
}

/**
 * Finds the parameter that asks for rows whose numbers are above one: `since_id`, or a `since` that
 * is said to be an id, where rows have an `id` that is a number.
 *
 * @returns Absent when there is none.
 */
export function findRising(
  schemas: SchemaReader,
  row: JsonSchema,
  parameters: readonly Pick<ApiParameter, 'name' | 'schema' | 'description'>[],
): Rising | undefined {
  const after = parameters.find(({ name, schema, description = '' }) => {
    const folded = foldName(name);
    // `since` alone is an instant more often than not, also as a number.
    if (folded !== 'sinceid' && folded !== 'since') return false;
    const { description: said = description } = schemas.resolve(schema);
    const isMeant = folded === 'sinceid' || /\bids?\b/i.test(String(said));
    return isMeant && schemas.typesOf(schema).includes('integer');
  });
  if (after === undefined) return undefined;
  const id = schemas.shapeOf(row).properties.get('id');
  if (id === undefined || !schemas.typesOf(id).includes('integer')) return undefined;
  return { style: 'after-id', after: after.name, rising: 'id' };
}
