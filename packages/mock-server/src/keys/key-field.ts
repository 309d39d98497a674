import type { JsonSchema } from '@product/spec-model';
import { extensionOf } from '../schema/fill-schema.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';

/** What `x-api-key-field` may say that a property holds. */
const keyFields = [
  'id',
  'secret',
  'name',
  'description',
  'prefix',
  'tail',
  'permissions',
  'level',
  'role',
  'rights',
  'api_types',
  'allowed_for_all',
  'active',
  'mode',
  'status',
  'plan',
  'auto_renew',
  'created_at',
  'last_used',
  'expires_at',
  'expires_in',
  'expires_preset',
  'revoked_at',
  'owner',
  'owner_id',
  'company_id',
  'username',
  'logging',
  'logged_for_all',
  'logged_until',
  'usage',
] as const;

/** One of them. */
export type KeyField = (typeof keyFields)[number];

/**
 * The field that a property holds: what `x-api-key-field` says, else the one of its own name, else
 * `key` for the secret.
 */
export function keyFieldOf(
  schemas: SchemaReader,
  name: string,
  property: JsonSchema,
): KeyField | undefined {
  const said = extensionOf(schemas, property, 'x-api-key-field');
  const wanted = said ?? (name === 'key' ? 'secret' : name);
  return keyFields.find((field) => field === wanted);
}
