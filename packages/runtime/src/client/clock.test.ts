import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';

test('real sleep ends, and an abort ends it before', async () => {
  await expect(systemClock.sleep(0)).resolves.toBeUndefined();
  await expect(systemClock.sleep(1e6, AbortSignal.abort('stop'))).rejects.toBe('stop');
  const controller = new AbortController();
  const sleeping = systemClock.sleep(1e6, controller.signal);
  controller.abort('later');
  await expect(sleeping).rejects.toBe('later');
});

test('a wait that no timer can hold does not end at once', async () => {
  const winner = await Promise.race([
    systemClock.sleep(2 ** 40).then(() => 'overflowed'),
    systemClock.sleep(5).then(() => 'held'),
  ]);
  expect(winner).toBe('held');
});
