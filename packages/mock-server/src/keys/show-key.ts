import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import type { Core } from '../core.ts';
import { asObject, atPointer } from '../model/json-read.ts';
import { type Fillable, fillSchema } from '../schema/fill-schema.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { type KeyField, keyFieldOf } from './key-field.ts';
import { type KeyRecord, keyStatus, usageAt } from './key-record.ts';
import { findUser, type User } from './users.ts';

/** A key as events show it, in the words of the policy's fields, without its secret. */
export function showKey(key: KeyRecord, now: number): JsonObject {
  const usage = usageAt(key, now);
  return {
    id: key.id,
    name: key.name,
    description: key.description,
    prefix: key.prefix,
    tail: key.tail,
    permissions: [...key.permissions],
    mode: key.mode,
    status: keyStatus(key, now),
    plan: key.plan,
    auto_renew: key.autoRenew,
    created_at: instantText(key.createdAt),
    last_used: instantOrNull(key.lastUsedAt),
    expires_at: instantOrNull(key.expiresAt),
    revoked_at: instantOrNull(key.revokedAt),
    usage: { requests_today: usage.onDay, requests_this_month: usage.inMonth },
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : instantText(at);
}

/** What an answer shows of a key. */
export interface KeyView {
  readonly core: Pick<Core, 'schemas' | 'worlds' | 'keyPolicy' | 'usersName'>;
  readonly key: KeyRecord;
  /** Absent but for the one answer that shows it. */
  readonly secret?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A key in the form of a schema; see `x-api-key-field`. */
export function writeKey(view: KeyView, schema: JsonSchema): JsonValue {
  const { schemas } = view.core;
  const user = findUser(view.core, view.key.mode, view.key.ownerId);
  return fillSchema(
    {
      schemas,
      lookUp: (name, property) => {
        const field = keyFieldOf(schemas, name, property);
        return field && fieldOf(view, field, { user, property });
      },
    },
    schema,
  );
}

interface FieldPlace {
  readonly user: User | undefined;
  readonly property: JsonSchema;
}

function fieldOf(view: KeyView, field: KeyField, place: FieldPlace): Fillable {
  const { key, now, secret } = view;
  switch (field) {
    case 'secret':
      return secret;
    case 'created_at':
      return new Date(key.createdAt);
    case 'last_used':
      return dateOrNull(key.lastUsedAt);
    case 'expires_at':
      return dateOrNull(key.expiresAt);
    case 'revoked_at':
      return dateOrNull(key.revokedAt);
    case 'logged_until':
      return dateOrNull(key.logging.until);
    case 'expires_in':
      return key.expiresAt === null ? null : Math.max(0, Math.ceil((key.expiresAt - now) / 1000));
    case 'logging':
      return key.logging.types.map((entry) =>
        writeLogging(view.core.schemas, entry, place.property),
      );
    case 'owner':
    case 'username':
    case 'rights':
    case 'role':
      return valueOfUser(view.core, field, place.user);
    default:
      return showFields(key, now)[field];
  }
}

/** The fields of a key that are data as they are, by name; what a list is filtered by. */
export function showFields(key: KeyRecord, now: number): JsonObject {
  return {
    ...showKey(key, now),
    level: key.level,
    api_types: [...key.apiTypes],
    allowed_for_all: key.allowedForAll,
    active: key.active,
    owner_id: key.ownerId,
    company_id: key.companyId,
    logged_for_all: key.logging.all,
  };
}

function valueOfUser(
  { keyPolicy }: KeyView['core'],
  field: 'owner' | 'username' | 'rights' | 'role',
  user: User | undefined,
): Fillable {
  const { grants, users } = keyPolicy;
  if (field === 'role') return grants.kind === 'role' ? grants.role : user?.role;
  if (field === 'owner') return user?.row;
  return field === 'rights' ? user?.rights : atPointer(user?.row, users.username);
}

function dateOrNull(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

function writeLogging(
  schemas: SchemaReader,
  { type, logged, until }: KeyRecord['logging']['types'][number],
  list: JsonSchema,
): JsonValue {
  const items = schemas.resolve(list)['items'];
  const known: { readonly [name: string]: Fillable } = {
    ...{ type, api_type: type, name: type, logged },
    ...{ until: dateOrNull(until), logged_until: dateOrNull(until), expires_at: dateOrNull(until) },
  };
  return fillSchema({ schemas, lookUp: (name) => known[name] }, asObject(items));
}
