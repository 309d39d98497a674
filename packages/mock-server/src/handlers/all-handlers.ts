import { sendDocumented } from '../answers/send-documented.ts';
import { copyKey } from './api-keys/copy-key.ts';
import { whoAmI } from './api-keys/get-current-key.ts';
import { listLogs } from './api-keys/list-logs.ts';
import { deleteKey } from './api-keys/revoke-key.ts';
import { switchKey } from './api-keys/switch-key.ts';
import type { Handler, Handlers } from './handler.ts';
import { productHandlers } from './handlers.ts';
import { listApiTypes } from './list-api-types.ts';
import { checkAction } from './rows/check-action.ts';
import { countAnyRows } from './rows/count-rows.ts';
import { createAnyRow } from './rows/create-row.ts';
import { deleteAnyRow } from './rows/delete-row.ts';
import { getAnyRow } from './rows/get-row.ts';
import { listAnyRows } from './rows/list-rows.ts';
import { removeAnyRows } from './rows/remove-rows.ts';
import { serveMembers } from './rows/row-members.ts';
import { runAction } from './rows/run-action.ts';
import { replaceAnyRow, updateAnyRow } from './rows/update-row.ts';
import { signIn } from './sign-in.ts';

/** Every behaviour that a document can ask for; the mock of the Product API carries its own only. */
export const allHandlers: Handlers = /* @__PURE__ */ new Map<string, Handler>([
  ...productHandlers,
  ['rows.list', listAnyRows],
  ['rows.create', createAnyRow],
  ['rows.get', getAnyRow],
  ['rows.me', getAnyRow],
  ['rows.update', updateAnyRow],
  ['rows.replace', replaceAnyRow],
  ['rows.delete', deleteAnyRow],
  ['rows.action', runAction],
  ['rows.check', checkAction],
  ['rows.count', countAnyRows],
  ['rows.remove', removeAnyRows],
  ['rows.members', serveMembers],
  ['api-keys.delete', deleteKey],
  ['api-keys.copy', copyKey],
  ['api-keys.enable', switchKey(true)],
  ['api-keys.disable', switchKey(false)],
  ['api-keys.logs', listLogs],
  ['api-keys.who-am-i', whoAmI],
  ['api-types.list', listApiTypes],
  ['auth.sign-in', signIn],
  ['example', sendDocumented],
]);
