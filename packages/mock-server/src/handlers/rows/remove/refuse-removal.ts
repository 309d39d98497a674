import type { JsonObject } from '@product/spec-model';
import type { FieldError } from '../../../exchange/outcome.ts';
import { escapeToken } from '../../../schema/schema-fault.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { propertiesOfRow } from '../row-properties.ts';

/**
 * The members that a merge patch would remove although every row has them and no default takes their
 * place.
 *
 * @see RFC 7396 §2
 */
export function refuseRemoval(
  { core }: Call,
  { collection, role }: Place,
  patch: JsonObject,
): readonly FieldError[] {
  const { schemas } = core;
  const { properties, required } = propertiesOfRow(schemas, collection.schema, [patch]);
  return Object.entries(patch).flatMap(([name, value]): readonly FieldError[] => {
    const property = properties.get(name);
    if (value !== null || property === undefined || !required.has(name)) return [];
    const stays = schemas.typesOf(property).includes('null');
    if (stays || schemas.defaultOf(property) !== undefined) return [];
    const pointer = `${role.bodyPointer ?? ''}/${escapeToken(name)}`;
    return [{ pointer, code: 'required', message: `${name} cannot be removed.` }];
  });
}
