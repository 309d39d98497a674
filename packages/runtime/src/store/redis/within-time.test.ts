import { expect, test } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { withinTime } from './within-time.ts';

/** A clock as the store in Redis knows it. */
function openClock() {
  const clock = new VirtualClock(0);
  return { clock, timing: { now: () => clock.now(), setAlarm: clock.setAlarm } };
}

test('work that ends in time gives its result, and leaves no timer', async () => {
  const { clock, timing } = openClock();
  expect(await withinTime(Promise.resolve('done'), 100, timing)).toBe('done');
  await Promise.resolve();
  expect(clock.pending).toBe(0);
});

test('work that fails in time throws what it threw', async () => {
  const { clock, timing } = openClock();
  const cause = new TypeError('broken');
  await expect(withinTime(Promise.reject(cause), 100, timing)).rejects.toBe(cause);
  expect(clock.pending).toBe(0);
});

test('work that takes longer fails at the limit', async () => {
  const { clock, timing } = openClock();
  let failed = false;
  withinTime(new Promise(() => undefined), 100, timing).catch(() => {
    failed = true;
  });
  await clock.run(clock.sleep(99));
  expect(failed).toBe(false);
  await clock.run(clock.sleep(1));
  expect(failed).toBe(true);
});
