import { type Agenda, type DrivenClock, durationMs, later } from './virtual-clock.ts';

/**
 * A clock that follows the platform's, plus what it was advanced by.
 *
 * @remarks Nothing runs in the background: what fell due happens when the next request comes or
 * the clock is advanced.
 * @param startAt - Epoch milliseconds to start from; the platform's time when absent.
 * @param agenda - What happens on the way.
 */
export function createRealClock(startAt: number | undefined, agenda: Agenda): DrivenClock {
  let offsetMs = startAt === undefined ? 0 : startAt - Date.now();
  const now = (): number => Date.now() + offsetMs;

  function catchUp(): void {
    for (let due = agenda.nextDueAt(); due <= now(); due = agenda.nextDueAt()) agenda.runDue(due);
  }

  const moveTo = (target: number): void => {
    offsetMs += Math.max(0, target - now());
    catchUp();
  };

  return {
    now,
    sleep: sleepReally,
    advance: (duration) => moveTo(later(now() + durationMs(duration), now())),
    set: (at) => moveTo(later(at, now())),
    catchUp,
    snapshot: () => offsetMs,
    restore: (kept) => {
      offsetMs = kept;
    },
  };
}

function sleepReally(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const wake = (): void => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    };
    const timer = setTimeout(wake, Math.max(0, ms));
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
