import type { ApiContent, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { isObject } from '../model/json-read.ts';
import type { SchemaFault } from '../schema/schema-fault.ts';

// What a part of an object cannot keep to, although the object that comes of it will.
const ofWholes = new Set(['required', 'min_properties', 'any_of', 'one_of', 'dependent_required']);

/**
 * What is wrong with a JSON merge patch.
 *
 * @remarks Its schema is as a rule that of what is patched. A patch is a part of it, so nothing has
 * to be there; and its nulls remove members, so they need not be allowed as values.
 * @returns Absent for a body that is no merge patch.
 * @see RFC 7396 §1
 */
export function checkMergePatch(
  { validators }: Pick<Core, 'validators'>,
  { mediaType, schema }: ApiContent,
  patch: JsonValue,
): readonly SchemaFault[] | undefined {
  if (schema === undefined || !isObject(patch) || !isMergePatch(mediaType)) return undefined;
  const faults = validators.check(schema, patch, 'request');
  if (faults.length === 0) return faults;
  const kept = validators.check(schema, withoutNulls(patch), 'request');
  return kept.filter(({ code }) => !ofWholes.has(code));
}

/** Whether a media type is that of merge patches, whatever its parameters. */
export function isMergePatch(mediaType: string): boolean {
  return mediaType.includes('merge-patch+json');
}

function withoutNulls(value: JsonValue): JsonValue {
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
