import { checkMode } from '../client/mode.ts';
import type { Secret } from '../credentials/secret.ts';
import { type Call, contextOf, type Stage } from './call.ts';
import { interruptible } from './interrupt.ts';
import { tell } from './tell.ts';

/** Asks the credential for its token and puts it into the request, unless the caller set its header. */
export const authorize: Stage = (call, next) => {
  const { settings, operation } = call;
  if (settings.credential.anonymous || operation.anonymous || call.ownAuthorization)
    return next(call);
  const asked = obtain(call);
  if ('then' in asked)
    return interruptible(call, call.timeoutMs, () => asked).then((token) =>
      next(sign(call, token)),
    );
  return next(sign(call, asked));
};

function sign(call: Call, token: Secret): Call {
  const { settings, request } = call;
  checkMode(token, settings);
  call.token = token;
  call.request = settings.credential.attach(request, token);
  return call;
}

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
