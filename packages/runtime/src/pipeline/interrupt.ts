import { setRealAlarm } from '../client/clock.ts';
import { AbortError, TimeoutError } from '../errors/call-errors.ts';
import type { ClientError } from '../errors/client-error.ts';
import { type Call, contextOf } from './call.ts';

/**
 * Does a part of a call's work, and ends it at once when the caller's signal or a time limit says so.
 *
 * @remarks Settles even if the work is deaf to its signal, and leaves no timer and no listener.
 * @param call - The call.
 * @param limitMs - Limit on this work, in milliseconds; the call's deadline may come first.
 * @param work - The work; its signal aborts when the work is ended.
 * @throws {@link TimeoutError} or {@link AbortError}.
 */
export function interruptible<Result>(
  call: Call,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { signal, settings, deadlineAt } = call;
  const { clock } = settings;
  const controller = new AbortController();
  const remainingMs = deadlineAt - clock.now();
  return new Promise<Result>((resolve, reject) => {
    const end = (error: ClientError): void => {
      cleanUp();
      reject(error);
      controller.abort(error);
    };
    const onAbort = (): void => end(abortError(call));
    const ring = (): void => end(timeoutError(call, Math.min(limitMs, remainingMs)));
    const cancel = (clock.setAlarm ?? setRealAlarm)(Math.min(limitMs, remainingMs), ring);
    const cleanUp = (): void => {
      cancel();
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) return onAbort();
    work(controller.signal).then(resolve, reject).finally(cleanUp);
  });

  function timeoutError(of: Call, ms: number): ClientError {
    return ms < limitMs ? deadlineError(of) : attemptTimeout(of, ms);
  }
}

/**
 * The error of a call whose signal aborted.
 *
 * @param call - The call.
 */
export function abortError(call: Call): ClientError {
  const message = 'cannot finish the call: its signal aborted it.';
  return new AbortError('aborted', message, contextOf(call, call.signal?.reason));
}

/**
 * The error of a call whose deadline has come.
 *
 * @param call - The call.
 */
export function deadlineError(call: Call): ClientError {
  const message = 'cannot finish the call: its deadline is over. Raise deadlineMs to wait longer.';
  return new TimeoutError('deadline_exceeded', message, contextOf(call));
}

function attemptTimeout(call: Call, ms: number): ClientError {
  const message = `cannot finish the attempt: no whole answer came within ${ms} ms (timeoutMs).`;
  return new TimeoutError('attempt_timeout', message, contextOf(call));
}
