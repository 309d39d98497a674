import type { JsonObject, JsonSchema } from '@product/spec-model';
import { type Outcome, problem } from '../exchange/outcome.ts';
import { callerOfUser } from '../keys/caller.ts';
import { signToken } from '../keys/json-web-token.ts';
import { equalTexts } from '../keys/secret-hash.ts';
import { findUserRow, readUser, type User } from '../keys/users.ts';
import { asObject, asText, atPointer } from '../model/json-read.ts';
import { successSchema } from '../model/operation.ts';
import { byAnyName, extensionOf, type Fillable, fillSchema } from '../schema/fill-schema.ts';
import { valueOfUser } from './api-keys/get-current-key.ts';
import type { Call } from './handler.ts';

/**
 * The user whom a name and a password belong to.
 *
 * @remarks An unknown name and a wrong password take the same work.
 */
export function findSigningIn(call: Call, form: JsonObject): User | undefined {
  const { core, mode } = call;
  const name = asText(byAnyName(form, ['username', 'email']), '');
  const row = findUserRow(core, mode, name);
  const kept = asText(atPointer(row?.hidden, core.keyPolicy.users.password), '');
  const given = core.pepper.hash()(asText(form['password'], ''));
  if (!equalTexts(given, kept === '' ? '-'.repeat(given.length) : kept)) return undefined;
  const user = row && readUser(core.keyPolicy, row.data);
  return user?.blocked === true ? undefined : user;
}

/** Exchanges a user's name and password for a JSON Web Token. */
export function signIn(call: Call): Outcome {
  const { core, operation, mode, now } = call;
  const user = findSigningIn(call, asObject(call.input.body));
  if (user === undefined) {
    const detail = 'The user name or the password is wrong.';
    return problem(401, { code: 'invalid_api_key', reason: 'invalid_credentials', detail });
  }
  const iat = Math.floor(now / 1000);
  const exp = iat + core.keyPolicy.accessToken.lifetimeSeconds;
  const token = signToken(core.pepper.hash(), { sub: user.id, mode, iat, exp });
  const known: { readonly [name: string]: Fillable } = {
    ...{ token, jwt: token, access_token: token, token_type: 'Bearer' },
    ...{ expires_in: exp - iat, expires_at: new Date(exp * 1000) },
  };
  const status = operation.successStatus;
  const schema: JsonSchema = successSchema(operation) ?? {};
  const caller = callerOfUser(core, user, { scheme: '', mode });
  const lookUp = (name: string, property: JsonSchema): Fillable =>
    known[String(extensionOf(core.schemas, property, 'x-api-key-field') ?? name)] ??
    valueOfUser(call, caller, { name, property });
  return {
    status,
    headers: { 'Cache-Control': 'no-store' },
    body: fillSchema({ schemas: core.schemas, lookUp }, schema),
    secret: true,
  };
}
