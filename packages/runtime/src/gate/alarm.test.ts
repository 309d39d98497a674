import { expect, test } from 'vitest';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import { Alarm } from './alarm.ts';

test('an alarm that is moved rings once, at the later of its instants', async () => {
  const clock = new VirtualClock(0);
  const rung: number[] = [];
  const alarm = new Alarm(clock, () => rung.push(clock.now()));
  alarm.set(50);
  alarm.set(80);
  await clock.run(clock.sleep(200));
  expect(rung).toEqual([80]);
  expect(alarm.isAt(80)).toBe(false);
});

test('an alarm that is cleared never rings, and leaves no timer', async () => {
  const clock = new VirtualClock(0);
  const alarm = new Alarm(clock, () => {
    throw new Error('rang');
  });
  alarm.set(50);
  expect(alarm.isAt(50.2)).toBe(true);
  alarm.clear();
  await clock.run(clock.sleep(100));
  expect(clock.pending).toBe(0);
});

test('an instant that no timer can hold rings early, never at once', async () => {
  const clock = new VirtualClock(0);
  const rung: number[] = [];
  const alarm = new Alarm(clock, () => rung.push(clock.now()));
  alarm.set(1e12);
  await clock.run(clock.sleep(2_147_483_647));
  await clock.run(clock.sleep(1));
  expect(rung).toEqual([2_147_483_647]);
});

test('an alarm that is not set is set to no instant', () => {
  const alarm = new Alarm(new VirtualClock(0), () => undefined);
  expect(alarm.isAt(0)).toBe(false);
});

test('an alarm that is set again to its instant keeps its timer', async () => {
  const clock = new VirtualClock(0);
  let rung = 0;
  const alarm = new Alarm(clock, () => {
    rung += 1;
  });
  alarm.set(50);
  alarm.set(50.4);
  expect(alarm.isAt(50)).toBe(true);
  expect(alarm.isAt(50.5)).toBe(false);
  await clock.run(clock.sleep(100));
  expect(rung).toBe(1);
});

test('an alarm that is cleared in the instant in which it goes off does not ring', async () => {
  let rung = 0;
  const alarm = new Alarm({ now: () => 0, sleep: () => Promise.resolve() }, () => {
    rung += 1;
  });
  alarm.set(50);
  alarm.clear();
  await settleTasks();
  expect(rung).toBe(0);
});
