import { checkMode } from '../client/mode.ts';
import type { Stage } from './call.ts';
import { interruptible } from './interrupt.ts';

/** Asks the credential for its token and puts it into the header, unless the caller set that one. */
export const authorize: Stage = async (call, next) => {
  const { settings, operation, request } = call;
  const { credential } = settings;
  const name = credential.headerName;
  if (name === undefined || operation.anonymous || call.ownAuthorization) return next(call);
  const known = credential.current;
  const token = known ?? (await interruptible(call, call.timeoutMs, () => credential.obtain()));
  if (!known) checkMode(token, settings);
  call.token = token;
  request.headers.set(name, credential.format(token));
  return next(call);
};
