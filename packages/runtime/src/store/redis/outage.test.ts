import { expect, test } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { Outage } from './outage.ts';

/** An outage among four, with what each look finds: a count of processes, or nothing. */
function outage(looks: readonly (number | undefined)[]) {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  const lookedAt: number[] = [];
  let endedAt: number | undefined;
  const subject = new Outage({
    peers: 4,
    known: new Map(),
    held: new Map(),
    timing: clock,
    look: async () => {
      const found = looks[Math.min(lookedAt.length, looks.length - 1)];
      lookedAt.push(clock.now() - startedAt);
      if (found === undefined) throw new Error('gone');
      return found;
    },
    onEnd: () => {
      endedAt = clock.now() - startedAt;
    },
  });
  const call = (): unknown =>
    subject.reserve('b', { want: 1, keep: 0, leaseMs: 1, nowMs: clock.now() });
  const pass = (ms: number): Promise<void> => clock.run(clock.sleep(ms));
  return { clock, subject, call, pass, lookedAt, endedAt: () => endedAt };
}

test('it ends when all who shared are back', async () => {
  const { pass, endedAt, lookedAt, clock } = outage([2, 3, 4]);
  await pass(5000);
  expect(lookedAt).toEqual([250, 350, 450]);
  expect(endedAt()).toBe(450);
  expect(clock.pending).toBe(0);
});

test('once it has ended nobody looks, whoever still calls', async () => {
  const { pass, call, lookedAt, clock } = outage([4]);
  await pass(250);
  call();
  expect({ alarms: clock.pending, lookedAt }).toEqual({ alarms: 0, lookedAt: [250] });
});

test('what a look finds after it was ended does not end it again', async () => {
  const clock = new VirtualClock();
  let ended = 0;
  const subject = new Outage({
    peers: 4,
    known: new Map(),
    held: new Map(),
    timing: clock,
    look: async () => {
      subject.end();
      return 4;
    },
    onEnd: () => {
      ended += 1;
    },
  });
  await clock.run(clock.sleep(5000));
  expect(ended).toBe(0);
});

test('those who do not come back are waited for two seconds, no longer', async () => {
  const { pass, endedAt } = outage([3]);
  await pass(5000);
  expect(endedAt()).toBe(2250);
});

test('while nobody calls, nobody looks', async () => {
  const { pass, lookedAt, clock, endedAt } = outage([undefined]);
  await pass(60_000);
  expect(lookedAt).toEqual([250]);
  expect(clock.pending).toBe(0);
  expect(endedAt()).toBeUndefined();
});

test('looks become rarer, to one in two seconds', async () => {
  const { pass, call, lookedAt } = outage([undefined]);
  for (let step = 0; step < 100; step++) {
    call();
    await pass(100);
  }
  expect(lookedAt).toEqual([250, 750, 1750, 3750, 5750, 7750, 9750]);
});

test('one that is ended looks no more, and ends once', async () => {
  const { subject, pass, call, lookedAt, clock, endedAt } = outage([4]);
  subject.end();
  call();
  await pass(5000);
  expect(lookedAt).toEqual([]);
  expect(endedAt()).toBeUndefined();
  expect(clock.pending).toBe(0);
});

test('a call makes it look again where it had stopped looking', async () => {
  const { pass, call, lookedAt } = outage([undefined]);
  await pass(10_000);
  expect(lookedAt).toEqual([250]);
  call();
  await pass(10_000);
  // The call counts for the look that it started and for the one after it.
  expect(lookedAt).toEqual([250, 10_500, 11_500]);
});

test('one that is ended while it looks stays ended', async () => {
  const clock = new VirtualClock();
  let ends = 0;
  const subject: Outage = new Outage({
    peers: 4,
    known: new Map(),
    held: new Map(),
    timing: clock,
    look: async () => {
      subject.end();
      return 4;
    },
    onEnd: () => {
      ends += 1;
    },
  });
  await clock.run(clock.sleep(5000));
  expect(ends).toBe(0);
  expect(clock.pending).toBe(0);
});
