import { expect, test } from 'vitest';
import type { MockClock } from './mock-clock.ts';
import { createRealClock } from './real-clock.ts';
import { type Agenda, createVirtualClock } from './virtual-clock.ts';

const idle: Agenda = { nextDueAt: () => Number.POSITIVE_INFINITY, runDue: () => {} };

const clocks: readonly (readonly [string, () => MockClock])[] = [
  ['virtual', () => createVirtualClock(1_000_000, idle)],
  ['real', () => createRealClock(1_000_000, idle)],
];

test.each(clocks)('the %s clock moves on by a duration and to an instant', (_, create) => {
  const clock = create();
  const begun = clock.now();
  clock.advance({ days: 1, hours: 1, minutes: 1, seconds: 1, ms: 1 });
  expect(clock.now() - begun).toBeGreaterThanOrEqual(90_061_001);
  clock.set(new Date(1_000_000_000));
  expect(clock.now()).toBeGreaterThanOrEqual(1_000_000_000);
});

test.each(clocks)('the %s clock refuses to go back', (_, create) => {
  const clock = create();
  const code = 'invalid_option';
  expect(() => clock.advance(-1)).toThrow(expect.objectContaining({ code }));
  expect(() => clock.advance(1e300)).toThrow(expect.objectContaining({ code }));
  expect(() => clock.advance(Number.NaN)).toThrow(expect.objectContaining({ code }));
  expect(() => clock.set(0)).toThrow(expect.objectContaining({ code }));
  expect(() => clock.set(new Date('no'))).toThrow(expect.objectContaining({ code }));
});

test.each(clocks)('a sleep on the %s clock ends with its signal', async (_, create) => {
  const clock = create();
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(clock.sleep(60_000, gone)).rejects.toThrow('gone');
  const controller = new AbortController();
  const slept = clock.sleep(60_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(slept).rejects.toThrow('enough');
});

test('sleepers wake in the order of their time, and together sleep no longer than the longest', async () => {
  const clock = createVirtualClock(0, idle);
  const woken: string[] = [];
  const sleep = async (ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${ms} at ${clock.now()}`);
  };
  await Promise.all([sleep(60_000), sleep(1000), sleep(60_000), sleep(-5)]);
  expect(woken).toEqual(['-5 at 0', '1000 at 1000', '60000 at 60000', '60000 at 60000']);
});

test('what falls due happens in order, each at its own instant', () => {
  const due = [30, 10, 20, 99];
  const happened: string[] = [];
  const agenda: Agenda = {
    nextDueAt: () => Math.min(...due),
    runDue: (now) => {
      due.splice(due.indexOf(Math.min(...due)), 1);
      happened.push(`${now} ${clock.now()}`);
    },
  };
  const clock = createVirtualClock(0, agenda);
  clock.advance(50);
  expect(happened).toEqual(['10 10', '20 20', '30 30']);
  expect(clock.now()).toBe(50);
});

test('the real clock catches up with what fell due', () => {
  const due = [5000];
  const agenda: Agenda = {
    nextDueAt: () => due[0] ?? Number.POSITIVE_INFINITY,
    runDue: () => void due.shift(),
  };
  const clock = createRealClock(0, agenda);
  clock.catchUp();
  expect(due).toEqual([5000]);
  clock.advance({ seconds: 5 });
  expect(due).toEqual([]);
});
