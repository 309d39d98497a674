import { setRealAlarm } from '../client/clock.ts';
import { AbortError, TimeoutError } from '../errors/call-errors.ts';
import type { ClientError, ErrorContext } from '../errors/client-error.ts';
import { type Call, contextOf, remainingMs } from './call.ts';

/**
 * Does a part of a call's work, and ends it at once when the call is to end or a time limit says so.
 *
 * @remarks Settles even if the work is deaf to its signal, and leaves no timer and no listener. A call
 * does one such part at a time.
 * @param call - The call.
 * @param limitMs - Limit on this work, in milliseconds; the call's deadline may come first.
 * @param work - The work; its signal aborts when the work is ended.
 * @throws A {@link TimeoutError} or {@link AbortError}.
 */
export function interruptible<Result>(
  call: Call,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { clock } = call.settings;
  const controller = new AbortController();
  const leftMs = remainingMs(call);
  return new Promise<Result>((resolve, reject) => {
    const end = (error: ClientError): void => {
      cleanUp();
      reject(error);
      controller.abort(error);
    };
    const interrupt = (): void => end(abortError(call));
    const ring = (): void =>
      end(leftMs < limitMs ? deadlineError(call) : attemptTimeout(call, limitMs));
    const cancel = (clock.setAlarm ?? setRealAlarm)(Math.min(limitMs, leftMs), ring);
    const cleanUp = (): void => {
      cancel();
      // Work that was ended can settle long after, when another part is under way.
      if (call.interrupt === interrupt) call.interrupt = undefined;
    };
    call.interrupt = interrupt;
    if (call.isEnded) return interrupt();
    work(controller.signal).then(
      (result) => {
        cleanUp();
        resolve(result);
      },
      (error: unknown) => {
        cleanUp();
        reject(error);
      },
    );
  });
}

/**
 * Aborts when the call is to end: the caller's signal aborted, or the client is disposed of.
 *
 * @remarks Made when it is first asked for: most calls neither wait nor are repeated.
 * @param call - The call.
 */
export function signalOf(call: Call): AbortSignal {
  call.controller ??= new AbortController();
  if (call.isEnded) call.controller.abort(call.callerSignal?.reason);
  return call.controller.signal;
}

/**
 * The error of a call that was ended from outside.
 *
 * @param call - The call.
 */
export function abortError(call: Call): ClientError {
  const { callerSignal, settings } = call;
  if (!callerSignal?.aborted && settings.open.isDisposed) return disposedError(contextOf(call));
  const message = 'cannot finish the call: its signal aborted it.';
  return new AbortError('aborted', message, contextOf(call, callerSignal?.reason));
}

/**
 * The error of a call whose client is disposed of.
 *
 * @param context - Its circumstances.
 */
export function disposedError(context: ErrorContext): ClientError {
  const message = 'cannot finish the call: its client is disposed of. Make another client.';
  return new AbortError('client_disposed', message, context);
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
