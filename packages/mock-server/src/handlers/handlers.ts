import type { Collections } from '../infer/infer-collections.ts';
import type { Operation } from '../model/operation.ts';
import { createKey } from './api-keys/create-key.ts';
import { getCurrentKey } from './api-keys/get-current-key.ts';
import { getKey } from './api-keys/get-key.ts';
import { listKeys } from './api-keys/list-keys.ts';
import { revokeKey } from './api-keys/revoke-key.ts';
import { rotateKey } from './api-keys/rotate-key.ts';
import { updateKey } from './api-keys/update-key.ts';
import { createRow } from './create-row.ts';
import { deleteRow } from './delete-row.ts';
import { getRow } from './get-row.ts';
import type { Handler, Handlers } from './handler.ts';
import { listRows } from './list-rows.ts';
import { issueToken } from './oauth-token.ts';
import { getRateLimit } from './rate-limit.ts';
import { sendExample } from './send-example.ts';
import { updateRow } from './update-row.ts';
import { getMe } from './users-me.ts';
import { createEndpoint } from './webhook-endpoints/create-endpoint.ts';
import { rotateSecret } from './webhook-endpoints/rotate-secret.ts';
import { testEndpoint } from './webhook-endpoints/test-endpoint.ts';

/**
 * Behaviour that the Product document needs: by the part that an operation plays in its collection,
 * and what it asks for by name, with `x-mock-handler`.
 */
export const productHandlers: Handlers = new Map<string, Handler>([
  ['rows.list', listRows],
  ['rows.create', createRow],
  ['rows.get', getRow],
  ['rows.update', updateRow],
  ['rows.replace', updateRow],
  ['rows.delete', deleteRow],
  ['api-keys.list', listKeys],
  ['api-keys.create', createKey],
  ['api-keys.get', getKey],
  ['api-keys.update', updateKey],
  ['api-keys.revoke', revokeKey],
  ['api-keys.rotate', rotateKey],
  ['api-keys.current', getCurrentKey],
  ['users.me', getMe],
  ['rate-limit.get', getRateLimit],
  ['oauth.token', issueToken],
  ['webhook-endpoints.create', createEndpoint],
  ['webhook-endpoints.rotate-secret', rotateSecret],
  ['webhook-endpoints.test', testEndpoint],
]);

/** What carries an operation out: the named behaviour, the inferred one, else the document's example. */
export function findHandler(
  named: Handlers,
  collections: Collections,
  { handlerName, id }: Operation,
): Handler {
  const byName = handlerName === undefined ? undefined : named.get(handlerName);
  if (byName !== undefined) return byName;
  const role = collections.roles.get(id);
  return (role && named.get(`rows.${role.verb}`)) ?? named.get('example') ?? sendExample;
}
