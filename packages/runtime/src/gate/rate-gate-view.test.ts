import { expect, test } from 'vitest';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import type { LeaseOutcome } from '../store/rate-limit-store.ts';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import type { GateSettings } from './gate-settings.ts';
import { RateGate } from './rate-gate.ts';
import type { RateLimitSnapshot } from './snapshot.ts';
import type { Applicant, Verdict } from './waiting-line.ts';

function openGate(settings: Partial<GateSettings> = {}) {
  const clock = new VirtualClock();
  const gate = new RateGate({ ...settings, clock, store: new MemoryRateLimitStore() }, 'b');
  const startedAt = clock.now();
  const enter = (applicant: Partial<Applicant> = {}): Verdict | Promise<Verdict> => {
    const usual = {
      priority: 'normal',
      givesUpAt: clock.now() + 60_000,
      signal: undefined,
    } as const;
    return gate.enter({ ...usual, place: gate.takePlace(), ...applicant });
  };
  const leave = (outcome: Partial<LeaseOutcome> = {}): void =>
    gate.leave(0, { nowMs: clock.now(), ...outcome });
  /** Sends a call, whose answer tells of the limit. */
  const learn = (remaining: number, more: Partial<RateLimitReport> = {}): void => {
    enter();
    const report = { policy: 'a', remaining, limit: 10, resetAfterMs: 10_000, ...more };
    leave({ reports: [report] });
  };
  const sentAt: number[] = [];
  const send = (applicant: Partial<Applicant> = {}): void =>
    void Promise.resolve(enter(applicant)).then(() => sentAt.push(clock.now() - startedAt));
  return { clock, gate, enter, leave, learn, send, sentAt };
}

test('a call for which there is room has its lease at once, one more waits', () => {
  const { enter, learn } = openGate();
  learn(1);
  expect(enter()).toBe(0);
  expect(enter()).toBeInstanceOf(Promise);
});

test('what is reserved is left to the interactive lane, in the line and before it', async () => {
  const { enter, learn } = openGate({ reserve: 2 });
  learn(3);
  expect(enter()).toBe(0);
  const batch = enter({ priority: 'batch' });
  expect(batch).toBeInstanceOf(Promise);
  expect(await enter({ priority: 'interactive' })).toBe(0);
});

test('a call of the interactive lane may have what is reserved at once', () => {
  const { enter, learn } = openGate({ reserve: 2 });
  learn(2);
  expect(enter()).toBeInstanceOf(Promise);
  const other = openGate({ reserve: 2 });
  other.learn(2);
  expect(other.enter({ priority: 'interactive' })).toBe(0);
});

test('who comes in the instant in which a window ends does not overtake those who wait', async () => {
  const { clock, learn, enter } = openGate();
  const order: string[] = [];
  const join = (name: string) =>
    Promise.resolve(enter({ givesUpAt: clock.now() + 20_000 })).then(() => order.push(name));
  const late = clock.sleep(10_000).then(() => join('late'));
  learn(0);
  const waiting = join('waiting');
  await clock.run(Promise.all([late, waiting]));
  expect(order).toEqual(['waiting', 'late']);
});

test('without a reserve every call may have the last one', () => {
  const { enter, learn } = openGate();
  learn(1);
  expect(enter({ priority: 'batch' })).toBe(0);
});

test('spread calls are sent at even distances over what is left of the window', async () => {
  const { clock, learn, send, sentAt } = openGate({ pace: 'spread' });
  learn(4);
  for (let count = 0; count < 5; count++) send();
  await clock.run(clock.sleep(9000));
  // The first has no slot before it; then 10 s are spread over the four that remain.
  expect(sentAt).toEqual([0, 2500, 5000, 7500]);
  expect(clock.pending).toBe(2);
});

test('calls that are not spread are sent as soon as there is room', async () => {
  const { learn, send, sentAt } = openGate({ pace: 'burst' });
  learn(4);
  for (let count = 0; count < 5; count++) send();
  await settleTasks();
  expect(sentAt).toEqual([0, 0, 0, 0]);
});

test('the snapshot tells what is known and how many wait, and those who listen hear it', () => {
  const { clock, gate, enter, learn } = openGate();
  expect(gate.snapshot).toEqual({ windows: [], inFlight: 0, queued: 0 });
  const heard: RateLimitSnapshot[] = [];
  const stop = gate.subscribe((snapshot) => heard.push(snapshot));
  learn(1);
  const window = { policy: 'a', remaining: 1, limit: 10, resetAt: clock.now() + 10_000 };
  const known = { windows: [{ ...window, windowMs: 10_000 }], inFlight: 0, queued: 0 };
  expect(heard).toEqual([known]);
  enter();
  void enter();
  expect(gate.snapshot).toEqual({ ...known, inFlight: 1, queued: 1 });
  stop();
  expect(heard).toHaveLength(1);
});

test('waves that were refused in a row are counted until a call succeeds', async () => {
  const { clock, gate, enter, leave } = openGate();
  expect(gate.refusals).toBe(0);
  enter();
  leave({ reports: [], pauseMs: 500 });
  expect(gate.refusals).toBe(1);
  await clock.run(clock.sleep(500));
  enter();
  gate.leave(1, { nowMs: clock.now(), reports: [] });
  expect(gate.refusals).toBe(0);
});

test('places are counted from one', () => {
  const { gate } = openGate();
  expect([gate.takePlace(), gate.takePlace()]).toEqual([1, 2]);
});

test('a slow first answer is waited for a second; each second later more calls go', async () => {
  const { clock, send, sentAt } = openGate();
  for (let count = 0; count < 9; count++) send();
  await clock.run(clock.sleep(1999));
  expect(sentAt).toEqual([0, 1000, 1000, 1000]);
  await clock.run(clock.sleep(1));
  expect(sentAt.slice(4)).toEqual([2000, 2000, 2000, 2000, 2000]);
  expect(clock.pending).toBe(0);
});

test('a call that was never sent makes room for one that waits', async () => {
  const { gate, enter, learn } = openGate();
  learn(1);
  enter();
  const waiting = enter();
  gate.giveBack(0);
  expect(await waiting).toBe(0);
});

test('a call that may not wait as long as the window takes is refused at once', () => {
  const { clock, enter, learn } = openGate();
  learn(0);
  const window = { policy: 'a', limit: 10, resetAt: clock.now() + 10_000, retryAfterMs: 10_000 };
  const refusal = { kind: 'too-long', ...window };
  expect(enter({ givesUpAt: clock.now() + 9999 })).toEqual(refusal);
});

test('what is known grows old: a wait is foretold from when it was learned', async () => {
  const { clock, enter, learn } = openGate();
  learn(0);
  await clock.run(clock.sleep(4000));
  expect(enter({ givesUpAt: clock.now() + 5999 })).toMatchObject({ retryAfterMs: 6000 });
  expect(enter({ givesUpAt: clock.now() + 6000 })).toBeInstanceOf(Promise);
});
