import type { JsonSchema } from '@product/spec-model';
import { notFound, type Outcome } from '../../exchange/outcome.ts';
import type { Caller } from '../../keys/caller.ts';
import { keyFieldOf } from '../../keys/key-field.ts';
import { atPointer, ownValue } from '../../model/json-read.ts';
import { successSchema } from '../../model/operation.ts';
import { type Fillable, fillSchema } from '../../schema/fill-schema.ts';
import type { Call } from '../handler.ts';
import { keyOutcome, managerOf } from './key-access.ts';

/** Answers the key that asks, or the key behind the access token that asks. */
export function getCurrentKey(call: Call): Outcome {
  const { key, id } = managerOf(call);
  return key === undefined ? notFound('API key', id) : keyOutcome(call, key);
}

/** Answers who asks: the key, or the user who signed in without one. */
export function whoAmI(call: Call): Outcome {
  const caller = managerOf(call);
  if (caller.key !== undefined) return keyOutcome(call, caller.key);
  const { core, operation } = call;
  const status = operation.successStatus;
  const schema = successSchema(operation);
  if (schema === undefined) return { status };
  const lookUp = (name: string, property: JsonSchema): Fillable =>
    valueOfUser(call, caller, { name, property });
  return { status, body: fillSchema({ schemas: core.schemas, lookUp }, schema) };
}

/** What is known of a user who calls, or who has just signed in. */
export function valueOfUser(
  { core, mode }: Call,
  { id, companyId, user, level }: Pick<Caller, 'id' | 'companyId' | 'user' | 'level'>,
  { name, property }: { readonly name: string; readonly property: JsonSchema },
): Fillable {
  const own = user === undefined ? undefined : ownValue(user.row, name);
  switch (keyFieldOf(core.schemas, name, property)) {
    case 'id':
    case 'owner_id':
      return id;
    case 'owner':
      return user?.row;
    case 'company_id':
      return companyId;
    case 'username':
      return user && atPointer(user.row, core.keyPolicy.users.username);
    case 'level':
      return Number.isFinite(level) ? level : own;
    case 'role':
      return user?.role;
    case 'mode':
      return mode;
    default:
      return own;
  }
}
