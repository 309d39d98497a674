import type { ApiModel, JsonSchema } from '@product/spec-model';
import { asText, asTexts, atPointer, isObject } from './json-read.ts';

/** Where the rows of users say what keys depend on: pointers into a row, `/role`. */
export interface UsersPolicy {
  /** The schema of their rows; absent when keys depend on no rows. */
  readonly schema: string | undefined;
  readonly role: string;
  readonly company: string;
  readonly status: string;
  readonly consent: string;
  readonly rights: string;
  readonly username: string;
  readonly password: string;
  /** Values of the status that lock a user out. */
  readonly blocked: readonly string[];
  /** Every role, the weakest first. */
  readonly roles: readonly string[];
}

/** Reads the member `users` of a key policy. */
export function readUsersPolicy(value: unknown, schemas: ApiModel['schemas']): UsersPolicy {
  const users = isObject(value) ? value : {};
  const schema = asText(users['schema'], '');
  const role = asText(users['role'], '/role');
  const roles = asTexts(users['roles']);
  const blocked = asTexts(users['blocked']);
  return {
    schema: schema === '' ? undefined : schema,
    role,
    company: asText(users['company'], '/company_id'),
    status: asText(users['status'], '/status'),
    consent: asText(users['consent'], '/consent'),
    rights: asText(users['rights'], '/rights'),
    username: asText(users['username'], '/username'),
    password: asText(users['password'], '/password'),
    blocked: blocked.length > 0 ? blocked : ['blocked'],
    roles: roles.length > 0 ? roles : rolesOfSchema(schemas, schemas[schema], role),
  };
}

// A role written as an enum lists the weakest first, unless the policy says otherwise.
function rolesOfSchema(
  schemas: ApiModel['schemas'],
  schema: JsonSchema | undefined,
  pointer: string,
): readonly string[] {
  const here = isObject(schema) ? schema : undefined;
  const property = atPointer(here, pointer.replaceAll('/', '/properties/'));
  const reference = isObject(property) ? asText(property['$ref'], '') : '';
  const named = schemas[reference.replace('#/components/schemas/', '')];
  const found = isObject(named) ? named : property;
  return isObject(found) ? asTexts(found['enum']) : [];
}
