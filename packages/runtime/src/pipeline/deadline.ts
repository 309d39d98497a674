import type { Stage } from './call.ts';
import { interruptible } from './interrupt.ts';

/** Ends the attempt when its time is over, the call's deadline comes, or the caller's signal aborts. */
export const deadline: Stage = (call, next) =>
  interruptible(call, call.timeoutMs, (signal) => {
    call.attemptSignal = signal;
    return next(call);
  });
