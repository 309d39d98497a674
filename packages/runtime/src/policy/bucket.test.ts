import { expect, test } from 'vitest';
import { admit, cancel, losePatience, roll, send, settle } from './bucket.ts';
import { type Bucket, newBucket } from './bucket-state.ts';

const now = 1_000_000;

/** A limit that one answer has told of. */
function learned(remaining: number, resetAfterMs?: number, limit = 10): Bucket {
  const report = {
    policy: 'a',
    remaining,
    limit,
    ...(resetAfterMs !== undefined && { resetAfterMs }),
  };
  return settle(send(newBucket), { wave: 0, nowMs: now, reports: [report] });
}

function sendMany(bucket: Bucket, calls: number): Bucket {
  return Array.from({ length: calls }).reduce<Bucket>((state) => send(state), bucket);
}

const answer = { wave: 0, nowMs: now, reports: [] };

test('one call goes ahead to learn, and others follow when it is answered', () => {
  expect(admit(newBucket, now).kind).toBe('go');
  expect(admit(send(newBucket), now).kind).toBe('hold');
  expect(admit(settle(send(newBucket), answer), now).kind).toBe('go');
});

test('others stop waiting for a first answer that is slow', () => {
  expect(admit(losePatience(send(newBucket)), now).kind).toBe('go');
});

test('calls under way count as spent', () => {
  expect(admit(sendMany(learned(3, 5000), 2), now).kind).toBe('go');
  expect(admit(sendMany(learned(3, 5000), 3), now).kind).toBe('hold');
});

test('nothing is sent from 0 remaining until the window resets', () => {
  const bucket = learned(0, 5000);
  expect(admit(bucket, now + 4999)).toEqual({ kind: 'wait', untilMs: now + 5000 });
  expect(admit(roll(bucket, now + 5000), now + 5000).kind).toBe('go');
});

test('a window that resets holds its whole limit again, and no more', () => {
  const next = roll(learned(0, 5000), now + 5000);
  expect(admit(sendMany(next, 9), now + 5000).kind).toBe('go');
  expect(admit(sendMany(next, 10), now + 5000).kind).toBe('hold');
});

test('a late answer never raises what remains within a window', () => {
  const bucket = settle(send(learned(2, 5000)), {
    wave: 0,
    nowMs: now,
    reports: [{ policy: 'a', remaining: 9, limit: 10, resetAfterMs: 5000 }],
  });
  expect(bucket.windows[0]?.remaining).toBe(2);
});

test('an answer out of the window before says nothing of this one', () => {
  const next = roll(learned(0, 5000), now + 5000);
  const late = { policy: 'a', remaining: 0, limit: 10, resetAfterMs: 0 };
  const bucket = settle(send(next), { wave: 0, nowMs: now + 5000, reports: [late] });
  expect(bucket.windows[0]?.remaining).toBe(10);
});

test('an answer of a later window replaces what was known', () => {
  const report = { policy: 'a', remaining: 8, limit: 10, resetAfterMs: 9000 };
  const bucket = settle(send(learned(2, 5000)), { wave: 0, nowMs: now, reports: [report] });
  expect(bucket.windows[0]).toMatchObject({ remaining: 8, resetAt: now + 9000 });
});

test('an answer without the fields, or none at all, spends one call of each window', () => {
  expect(settle(send(learned(2, 5000)), answer).windows[0]?.remaining).toBe(1);
  expect(settle(send(learned(2, 5000)), { wave: 0, nowMs: now }).windows[0]?.remaining).toBe(1);
  expect(settle(send(learned(0, 5000)), answer).windows[0]?.remaining).toBe(0);
});

test('a call that was never sent spends nothing', () => {
  expect(cancel(send(learned(2, 5000)))).toEqual(learned(2, 5000));
});

test('0 remaining without a stated end lasts a second', () => {
  expect(admit(learned(0), now)).toMatchObject({ kind: 'wait', untilMs: now + 1000 });
});

test('of several windows the one that opens last decides', () => {
  const reports = [
    { policy: 'minute', remaining: 0, limit: 100, resetAfterMs: 3000 },
    { policy: 'hour', remaining: 0, limit: 1000, resetAfterMs: 9000 },
    { policy: 'day', remaining: 7, limit: 5000, resetAfterMs: 99_000 },
  ];
  const bucket = settle(send(newBucket), { wave: 0, nowMs: now, reports });
  expect(admit(bucket, now)).toEqual({ kind: 'wait', untilMs: now + 9000 });
});

test('a wave of refusals is one piece of news: one pause, then one probe', () => {
  let bucket = sendMany(settle(send(newBucket), answer), 5);
  for (let refusal = 0; refusal < 5; refusal++) {
    bucket = settle(bucket, { wave: 0, nowMs: now, reports: [], pauseMs: 2000 });
  }
  expect(bucket).toMatchObject({ wave: 1, refusals: 1, inFlight: 0 });
  expect(admit(bucket, now + 1999)).toEqual({ kind: 'wait', untilMs: now + 2000 });
  bucket = roll(bucket, now + 2000);
  expect(admit(bucket, now + 2000).kind).toBe('go');
  expect(admit(send(bucket), now + 2000).kind).toBe('hold');
});

test('after a probe succeeds, calls ramp up', () => {
  const refused = settle(send(newBucket), { wave: 0, nowMs: now, reports: [], pauseMs: 10 });
  const late = settle(send(refused), { ...answer, wave: 0 });
  expect(late.ceiling).toBe(1);
  const probed = settle(send(refused), { ...answer, wave: 1 });
  expect(probed).toMatchObject({ ceiling: 2, refusals: 0 });
  expect(settle(send(probed), { ...answer, wave: 1 }).ceiling).toBe(3);
});

test('a probe that is lost teaches nothing: the next one probes', () => {
  const refused = settle(send(newBucket), { wave: 0, nowMs: now, reports: [], pauseMs: 10 });
  expect(settle(send(refused), { wave: 1, nowMs: now }).ceiling).toBe(1);
});

test('Retry-After takes precedence over the reset of an exhausted window', () => {
  const report = { policy: 'a', remaining: 0, limit: 10, resetAfterMs: 60_000 };
  const bucket = settle(send(newBucket), { wave: 0, nowMs: now, reports: [report], pauseMs: 1000 });
  expect(admit(roll(bucket, now + 1000), now + 1000).kind).toBe('go');
});
