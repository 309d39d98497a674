import { MockError } from '../mock-error.ts';
import type { Duration, MockClock } from './mock-clock.ts';

/** A clock with the inner side that the mock needs. */
export interface DrivenClock extends MockClock {
  /** Makes happen what has fallen due by now; real time needs this before each request. */
  catchUp(): void;
  /** What {@link DrivenClock.restore} needs. */
  snapshot(): number;
  /** Goes back (or on) without making anything happen. */
  restore(kept: number): void;
}

/** Things that happen by themselves when their time has come. */
export interface Agenda {
  /** When the next thing falls due, in epoch milliseconds; `Infinity` when nothing will. */
  nextDueAt(): number;
  /** Makes it happen. Afterwards {@link Agenda.nextDueAt} lies later, or the same thing happens twice. */
  runDue(now: number): void;
}

/**
 * A clock that moves only when it is told to, or when someone sleeps.
 *
 * @remarks Sleepers wake in the order of their time, one after another. Two that sleep a minute at
 * the same time both wake a minute later, not one of them two minutes later.
 * @param startAt - Epoch milliseconds.
 * @param agenda - What happens on the way.
 */
export function createVirtualClock(startAt: number, agenda: Agenda): DrivenClock {
  let now = startAt;
  const sleepers = createSleepers((wakeAt) => moveTo(Math.max(now, wakeAt)));

  function moveTo(target: number): void {
    for (let due = agenda.nextDueAt(); due <= target; due = agenda.nextDueAt()) {
      now = Math.max(now, due);
      agenda.runDue(now);
    }
    now = target;
  }

  return {
    now: () => now,
    sleep: (ms, signal) => sleepers.add(now + Math.max(0, ms), signal),
    advance: (duration) => moveTo(later(now + durationMs(duration), now)),
    set: (at) => moveTo(later(at, now)),
    // Time stands still between two moves, so nothing can have fallen due.
    catchUp: () => {},
    snapshot: () => now,
    restore: (kept) => {
      now = kept;
    },
  };
}

/**
 * The milliseconds of a duration.
 *
 * @throws {@link MockError} with code `invalid_option` when it is negative or not a number.
 */
export function durationMs(duration: Duration): number {
  const parts = typeof duration === 'number' ? { ms: duration } : duration;
  const { days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 } = parts;
  const total = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
  if (total >= 0 && Number.isFinite(total)) return total;
  throw new MockError(
    'invalid_option',
    `cannot advance the clock: ${total} ms is not a length of time. Give milliseconds, or { days, hours, minutes, seconds, ms }, 0 or more.`,
  );
}

// ECMA-262 §21.4.1.1: no Date lies later.
const lastInstant = 8.64e15;

/**
 * The epoch milliseconds of an instant that must not lie in the past.
 *
 * @throws {@link MockError} with code `invalid_option` when it does.
 */
export function later(at: Date | number, now: number): number {
  const target = Number(at);
  if (target >= now && target <= lastInstant) return target;
  throw new MockError(
    'invalid_option',
    'cannot set the clock: the instant is not a date, or lies in the past. Restore a snapshot to go back.',
  );
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

interface Sleepers {
  add(wakeAt: number, signal?: AbortSignal): Promise<void>;
}

function createSleepers(passTo: (wakeAt: number) => void): Sleepers {
  const sleepers: Sleeper[] = [];
  let waking = false;

  async function wakeAll(): Promise<void> {
    waking = true;
    while (sleepers.length > 0) {
      await letOthersRun();
      sleepers.sort((left, right) => left.wakeAt - right.wakeAt);
      const sleeper = sleepers.shift();
      if (sleeper === undefined) continue;
      passTo(sleeper.wakeAt);
      sleeper.wake();
    }
    waking = false;
  }

  return {
    add: async (wakeAt, signal) => {
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        sleepers.push({ wakeAt, wake: resolve });
        if (!waking) void wakeAll();
      });
      signal?.throwIfAborted();
    },
  };
}

// Whoever was woken acts, and perhaps sleeps again, before the next one wakes. Microtasks and no
// timer, so that a test with fake timers does not have to move them.
async function letOthersRun(): Promise<void> {
  for (let turn = 0; turn < 16; turn++) await undefined;
}
