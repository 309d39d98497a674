import { checkMode } from '../client/mode.ts';
import type { Secret } from '../credentials/secret.ts';
import { type Call, contextOf, type Stage } from './call.ts';
import { interruptible } from './interrupt.ts';
import { tell } from './tell.ts';

/** Asks the credential for its token and puts it into the request, unless the caller set its header. */
export const authorize: Stage = async (call, next) => {
  const { settings, operation } = call;
  const { credential } = settings;
  if (credential.anonymous || operation.anonymous || call.ownAuthorization) return next(call);
  const asked = obtain(call);
  const token = 'then' in asked ? await interruptible(call, call.timeoutMs, () => asked) : asked;
  checkMode(token, settings);
  call.token = token;
  call.request = credential.attach(call.request, token);
  return next(call);
};

function obtain(call: Call): Secret | Promise<Secret> {
  const { clock, fetch, credential } = call.settings;
  const asked = credential.obtain({
    clock,
    fetch,
    timeoutMs: call.timeoutMs,
    context: contextOf(call),
    onAsked: (durationMs, isGranted) =>
      tell(call, { type: 'token-request', durationMs, isGranted }),
  });
  // Whoever is interrupted no longer hears of a failure.
  if ('then' in asked) asked.catch(() => undefined);
  return asked;
}
