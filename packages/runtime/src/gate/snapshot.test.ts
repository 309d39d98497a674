import { expect, test } from 'vitest';
import { snapshotOf } from './snapshot.ts';

const takenAt = 1_000_000;

test('a snapshot names instants where the state named waits', () => {
  const windows = [
    { policy: 'hour', remaining: 5, limit: 10, windowMs: 60_000, resetAfterMs: 2000 },
  ];
  const state = { windows, inFlight: 3, pausedForMs: 500, refusals: 1 };
  expect(snapshotOf(state, takenAt, 7)).toEqual({
    windows: [
      { policy: 'hour', remaining: 5, limit: 10, windowMs: 60_000, resetAt: takenAt + 2000 },
    ],
    inFlight: 3,
    queued: 7,
    pausedUntil: takenAt + 500,
  });
});

test('what the state does not know the snapshot leaves out', () => {
  const state = { windows: [{ policy: 'hour', remaining: 5 }], inFlight: 0, pausedForMs: 0 };
  expect(snapshotOf(state, takenAt, 0)).toEqual({
    windows: [{ policy: 'hour', remaining: 5 }],
    inFlight: 0,
    queued: 0,
  });
});
