import type { JsonObject } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import type { Call } from '../../handler.ts';
import { isForm } from '../change/change-row.ts';
import { propertiesOfRow } from '../row-properties.ts';

/**
 * What was sent of a new row without what was sent empty in a form, which has no null: as if it had
 * not been sent, where rows may be without it.
 */
export function unsetEmpty(call: Call, { schema }: Collection, sent: JsonObject): JsonObject {
  if (!isForm(call)) return sent;
  const members = Object.entries(sent);
  if (!members.some(([, value]) => value === '')) return sent;
  const { schemas } = call.core;
  const { properties, required } = propertiesOfRow(schemas, schema, [sent]);
  const isUnset = (name: string): boolean =>
    schemas.typesOf(properties.get(name)).includes('null') ||
    (!required.has(name) && !schemas.typesOf(properties.get(name)).includes('string'));
  return Object.fromEntries(members.filter(([name, value]) => value !== '' || !isUnset(name)));
}
