import type { KeyField } from '../../keys/key-field.ts';
import type { KeyLogging, KeyRecord, TypeLogging } from '../../keys/key-record.ts';
import { asObject, asText, asTexts } from '../../model/json-read.ts';
import { byAnyName } from '../../schema/fill-schema.ts';
import { readAskedExpiry, readMoment } from './read-expiry.ts';
import type { SentField, SentFields } from './sent-fields.ts';

/** What a request wants of a key; what is absent shall stay, or be as the policy has it. */
export type KeyWish = { mode?: string } & Partial<
  Pick<
    KeyRecord,
    | 'name'
    | 'description'
    | 'permissions'
    | 'level'
    | 'apiTypes'
    | 'allowedForAll'
    | 'active'
    | 'logging'
    | 'autoRenew'
    | 'expiresAt'
  >
>;

/** What the fields say, in the terms of a key. */
export function readWish(fields: SentFields, before: KeyLogging, now: number): KeyWish {
  const expiresAt = readAskedExpiry(fields, now);
  return {
    ...textOf(fields, 'name'),
    ...textOf(fields, 'mode'),
    ...describe(fields.get('description')),
    ...listOf(fields, 'permissions', 'permissions'),
    ...numberOf(fields.get('level')),
    ...flagOf(fields, 'active', 'active'),
    ...flagOf(fields, 'auto_renew', 'autoRenew'),
    ...flagOf(fields, 'allowed_for_all', 'allowedForAll'),
    ...readApiTypes(fields),
    ...readLogging(fields, before),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.at }),
  };
}

function textOf<Name extends 'name' | 'mode'>(fields: SentFields, name: Name): KeyWish {
  const value = fields.get(name)?.value;
  return typeof value === 'string' ? { [name]: value } : {};
}

function describe(field: SentField | undefined): KeyWish {
  if (field === undefined) return {};
  return { description: typeof field.value === 'string' ? field.value : null };
}

function listOf(fields: SentFields, name: KeyField, to: 'permissions' | 'apiTypes'): KeyWish {
  const value = fields.get(name)?.value;
  return Array.isArray(value) ? { [to]: asTexts(value) } : {};
}

function numberOf(field: SentField | undefined): KeyWish {
  return typeof field?.value === 'number' ? { level: field.value } : {};
}

function flagOf(
  fields: SentFields,
  name: KeyField,
  to: 'active' | 'autoRenew' | 'allowedForAll',
): KeyWish {
  const value = fields.get(name)?.value;
  return typeof value === 'boolean' ? { [to]: value } : {};
}

// Where API types are listed only with their logging, those are the ones that are allowed.
function readApiTypes(fields: SentFields): KeyWish {
  if (fields.has('api_types')) return listOf(fields, 'api_types', 'apiTypes');
  const listed = typesOf(fields);
  return listed === undefined ? {} : { apiTypes: listed.map(({ type }) => type) };
}

function readLogging(fields: SentFields, before: KeyLogging): KeyWish {
  const all = fields.get('logged_for_all')?.value;
  const until = fields.get('logged_until');
  const types = typesOf(fields);
  if (all === undefined && until === undefined && types === undefined) return {};
  const logging: KeyLogging = {
    all: typeof all === 'boolean' ? all : before.all,
    until: until === undefined ? before.until : readMoment(until.value) || null,
    types: types ?? before.types,
  };
  return { logging };
}

function typesOf(fields: SentFields): readonly TypeLogging[] | undefined {
  const value = fields.get('logging')?.value;
  if (!Array.isArray(value)) return undefined;
  return value.map((entry) => {
    const item = asObject(entry);
    return {
      type: asText(byAnyName(item, ['type', 'api_type', 'name']), ''),
      logged: item['logged'] === true,
      until: readMoment(byAnyName(item, ['until', 'logged_until', 'expires_at'])) || null,
    };
  });
}
