import type { Stage } from './call.ts';

/** Lets the caller's signal, and the end of the client, end the call in whatever phase it is. */
export const track: Stage = async (call, next) => {
  const { settings, callerSignal, controller, streamed } = call;
  const end = (): void => {
    controller.abort(callerSignal?.reason);
    call.interrupt?.();
  };
  const remove = settings.open.add(end);
  callerSignal?.addEventListener('abort', end);
  if (callerSignal?.aborted) end();
  try {
    return await next(call);
  } finally {
    remove();
    // A body that is handed on as it comes can be ended after its call.
    if (!streamed) callerSignal?.removeEventListener('abort', end);
  }
};
