import { expect, test } from 'vitest';
import { type Bucket, newBucket } from './bucket-state.ts';
import { confirmReset, learnFromRefusal, rollLearned, roomInLearned } from './learned-window.ts';

const now = 1_000_000;

/** A bucket that was answered so often since it began, a second ago. */
function answered(calls: number): Bucket {
  return { ...newBucket, answered: calls, countedFrom: now - 1000 };
}

const refusal = { nowMs: now, untilMs: now + 500, named: false };

/** A bucket that was refused after 20 calls, and whose pause is over. */
function refused(named = false): Bucket {
  const learned = learnFromRefusal(answered(20), { ...refusal, named });
  return { ...answered(20), learned, refusals: 1, wave: 1, pausedUntil: now + 500 };
}

test('as many calls fit into a window as were answered before the refusal', () => {
  expect(refused().learned).toMatchObject({
    limit: 20,
    remaining: 0,
    refusedFrom: now - 1000,
    closedForMs: 1000,
    resetAt: now + 500,
  });
});

test.each([
  ['the first refusal after 3 answers', answered(3), undefined],
  ['the first refusal after 4', answered(4), 4],
  ['a later refusal after 1', { ...answered(1), wave: 1 }, 1],
])('%s teaches a limit of %o', (...[, bucket, limit]) => {
  expect(learnFromRefusal(bucket, refusal)?.limit).toBe(limit);
});

test('a probe that is refused says that the window is still closed, and nothing of its size', () => {
  const rolled = rollLearned(refused(), now + 500);
  const later = { nowMs: now + 530, untilMs: now + 1500, named: false };
  expect(learnFromRefusal(rolled, later)).toMatchObject({
    limit: 20,
    refusedFrom: now - 1000,
    closedForMs: 1530,
    resetAt: now + 1500,
  });
});

test('the length lies between the last refusal and the first success; a named one is exact', () => {
  for (const [named, windowMs] of [
    [false, 1000 * 0.6 + 1500 * 0.4],
    [true, 1500],
  ] as const) {
    const { learned } = rollLearned(refused(named), now + 500);
    const confirmed = learned && confirmReset(learned);
    expect(confirmed?.windowMs).toBeCloseTo(windowMs, 6);
    expect(confirmed?.resetAt).toBeCloseTo(now + 500 + windowMs, 6);
  }
});

test('a window that is refused after few calls has not begun: the one before it goes on', () => {
  const { learned } = rollLearned(refused(true), now + 500);
  const early = { ...answered(2), learned: learned && confirmReset(learned), wave: 1 };
  expect(
    learnFromRefusal(early, { nowMs: now + 530, untilMs: now + 900, named: true }),
  ).toMatchObject({
    limit: 20,
    refusedFrom: now + 500 - 1500,
  });
});

test('windows that are used up without a refusal grow faster and faster, others do not', () => {
  let bucket: Bucket = { ...rollLearned(refused(true), now + 500), refusals: 0 };
  const limits: number[] = [];
  for (let window = 0; window < 4; window++) {
    const { learned } = bucket;
    if (!learned) throw new Error('nothing was learned');
    bucket = rollLearned({ ...bucket, learned: { ...learned, remaining: 0 } }, learned.resetAt);
    limits.push(bucket.learned?.limit ?? 0);
  }
  expect(limits).toEqual([20.25, 20.75, 21.75, 23.75]);
  expect(rollLearned(bucket, now * 2).learned?.limit).toBe(23.75);
});

test('each guessed window begins with one call, since its begin is a guess', () => {
  const rolled = rollLearned({ ...refused(), ceiling: 64 }, now + 500);
  expect(rolled).toMatchObject({ ceiling: 1, answered: 0, countedFrom: now + 500 });
  expect(rollLearned(refused(), now + 499).learned?.remaining).toBe(0);
});

test('a guessed end is approached on tiptoe, until it has held once', () => {
  const { learned } = rollLearned(refused(), now + 500);
  if (!learned) throw new Error('nothing was learned');
  expect(roomInLearned(learned)).toBe(3);
  expect(roomInLearned({ ...learned, cleanRun: 1 })).toBe(10);
  expect(roomInLearned({ ...learned, remaining: 1 })).toBe(1);
});

test('without a refusal answers are counted anew every ten seconds', () => {
  expect(rollLearned(answered(9), now + 9000)).toMatchObject({ answered: 9 });
  expect(rollLearned(answered(9), now + 9001)).toMatchObject({
    answered: 0,
    countedFrom: now + 9001,
  });
});

/** A bucket whose guessed window, a second old, holds for half a second more. */
function goingOn(answers: number, limit = 20): Bucket {
  const { learned } = refused();
  if (!learned) throw new Error('nothing was learned');
  return { ...answered(answers), wave: 1, learned: { ...learned, limit } };
}

test.each([
  { title: 'a third of it and more', bucket: goingOn(7), want: { limit: 7, from: 1000 } },
  { title: 'less than a third', bucket: goingOn(6), want: { limit: 20, from: 2500 } },
  { title: 'exactly a third', bucket: goingOn(1, 3), want: { limit: 1, from: 1000 } },
  {
    title: 'some, where nothing was learned before',
    bucket: { ...answered(5), wave: 1, refusals: 1 },
    want: { limit: 5, from: 1000, resetMs: 200 },
  },
])('a window that is refused after $title says: $want', ({ bucket, want }) => {
  const { limit, from, resetMs = 500 } = { resetMs: 500, ...want };
  expect(learnFromRefusal(bucket, { nowMs: now, untilMs: now + 200, named: false })).toEqual({
    limit,
    remaining: 0,
    windowMs: from + resetMs,
    openedAt: now - from,
    resetAt: now + resetMs,
    cleanRun: 0,
    refusedFrom: now - from,
    closedForMs: from,
    named: false,
  });
});

test('an end that the server names is better than an earlier guess', () => {
  const named = { nowMs: now, untilMs: now + 200, named: true };
  expect(learnFromRefusal(goingOn(7), named)).toMatchObject({
    resetAt: now + 200,
    windowMs: 1200,
    named: true,
  });
});

test.each([
  { named: false, windowMs: 2000, closedForMs: 1500, left: 0, want: 1875 },
  { named: true, windowMs: 2400, closedForMs: 1500, left: 0, want: 2000 },
  { named: true, windowMs: 2400, closedForMs: 2000, left: 0, want: 2400 },
  { named: true, windowMs: 2400, closedForMs: 2100, left: 0, want: 2400 },
  { named: true, windowMs: 2400, closedForMs: 1500, left: 1, want: 2400 },
])(
  'of $windowMs ms, closed for $closedForMs, named $named, with $left left, the next lasts $want',
  ({ left, want, ...facts }) => {
    const bucket = goingOn(20);
    const learned = bucket.learned && { ...bucket.learned, ...facts, remaining: left };
    const next = rollLearned({ ...bucket, learned }, now + 500).learned;
    expect(next).toMatchObject({ windowMs: want, resetAt: now + 500 + want });
  },
);
