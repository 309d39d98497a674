import type { Stage } from './call.ts';

/** Lets the caller's signal, and the end of the client, end the call in whatever phase it is. */
export const track: Stage = (call, next) => {
  const { settings, callerSignal, streamed } = call;
  const end = (): void => {
    call.isEnded = true;
    call.controller?.abort(callerSignal?.reason);
    call.interrupt?.();
  };
  const forget = settings.open.add(end);
  callerSignal?.addEventListener('abort', end);
  if (callerSignal?.aborted) end();
  const cleanUp = (): void => {
    forget();
    // A body that is handed on as it comes can be ended after its call.
    if (!streamed) callerSignal?.removeEventListener('abort', end);
  };
  try {
    const reply = next(call);
    reply.then(cleanUp, cleanUp);
    return reply;
  } catch (error) {
    cleanUp();
    throw error;
  }
};
