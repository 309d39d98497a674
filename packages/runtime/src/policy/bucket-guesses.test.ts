import { expect, test } from 'vitest';
import { admit, losePatience, roll, type Settlement, send, settle } from './bucket.ts';
import { type Bucket, type LearnedWindow, newBucket } from './bucket-state.ts';

const now = 1_000_000;

const guess: LearnedWindow = {
  limit: 20,
  remaining: 16,
  windowMs: 2000,
  openedAt: now,
  resetAt: now + 2000,
  cleanRun: 0,
  refusedFrom: now - 3000,
  closedForMs: 1500,
  named: false,
};

/** A limit that was guessed, and nothing else in the way. */
function guessed(more: Partial<LearnedWindow> = {}): Bucket {
  return { ...newBucket, ceiling: 99, wave: 1, learned: { ...guess, ...more } };
}

/** The limit after a call that is sent and answered at once. */
function answer(bucket: Bucket, more: Partial<Settlement> = {}): Bucket {
  return settle(send(bucket), { wave: bucket.wave, nowMs: now, reports: [], ...more });
}

/** The limit after so many calls that were answered without a word of it. */
function afterAnswers(count: number): Bucket {
  return Array.from({ length: count }).reduce<Bucket>((bucket) => answer(bucket), newBucket);
}

test('a guessed window is used with care, and waited for when it is used up', () => {
  expect(admit(send(guessed()), now).kind).toBe('go');
  expect(admit(send(send(guessed())), now).kind).toBe('hold');
  expect(admit(guessed({ remaining: 0 }), now)).toEqual({ kind: 'wait', untilMs: now + 2000 });
  const paused = { ...guessed({ remaining: 0 }), pausedUntil: now + 5000 };
  expect(admit(paused, now)).toEqual({ kind: 'wait', untilMs: now + 5000 });
});

test('a call spends one of a guessed window, which never holds less than none', () => {
  expect(answer(guessed()).learned?.remaining).toBe(15);
  expect(answer(guessed({ remaining: 0 })).learned?.remaining).toBe(0);
});

test('a window that answers tell of takes the place of a guessed one', () => {
  const reports = [{ policy: 'a', remaining: 3, limit: 10, resetAfterMs: 5000 }];
  expect(answer(guessed(), { reports }).learned).toBeUndefined();
});

test('the first success after a refusal says how long the window is, later ones do not', () => {
  const probed = answer({ ...guessed(), refusals: 1 });
  expect(probed.learned?.windowMs).toBe(1500 * 0.6 + 3000 * 0.4);
  expect(answer(guessed()).learned?.windowMs).toBe(2000);
});

test.each([
  { title: 'named by the server', named: true, want: true },
  { title: 'guessed', named: undefined, want: false },
])('a refusal after enough answers is learned from; its wait is $title', ({ named, want }) => {
  const refused = answer(afterAnswers(5), { pauseMs: 1000, named });
  expect(refused.learned).toMatchObject({ limit: 5, named: want, resetAt: now + 1000 });
});

test('nothing is guessed where answers tell of a window', () => {
  const report = { policy: 'a', remaining: 3, limit: 10, resetAfterMs: 5000 };
  const told = answer(afterAnswers(5), { reports: [report] });
  expect(answer(told, { pauseMs: 1000, reports: [report] }).learned).toBeUndefined();
});

test.each([
  [1, 2],
  [2, 3],
  [3, 3],
  [32, 3],
  [33, 3.5],
  [34, 4],
])('after %i answers that tell nothing %d calls may be under way', (count, ceiling) => {
  expect(afterAnswers(count)).toMatchObject({ answered: count, ceiling });
});

test('once a refusal was met, each success lets one more call go', () => {
  expect(answer({ ...guessed(), ceiling: 3 }).ceiling).toBe(4);
  expect(answer({ ...guessed(), ceiling: 8 }).ceiling).toBe(9);
});

test('patience is lost four times over, and only before anything is known', () => {
  expect(losePatience({ ...newBucket, ceiling: 4 }).ceiling).toBe(16);
  const refused = { ...newBucket, wave: 1 };
  expect(losePatience(refused)).toBe(refused);
  const reports = [{ policy: 'a', remaining: 3, limit: 10, resetAfterMs: 5000 }];
  const told = answer(newBucket, { reports });
  expect(losePatience(told)).toBe(told);
});

/** A limit with two windows of stated lengths, told of by one answer; the shorter is used up. */
function twoWindows(more: Partial<Settlement> = {}): Bucket {
  const short = { policy: 'short', remaining: 0, limit: 1, resetAfterMs: 2000, windowMs: 2000 };
  const long = { policy: 'long', remaining: 8, limit: 9, resetAfterMs: 9000, windowMs: 9000 };
  return answer({ ...newBucket, countedFrom: now }, { reports: [short, long], ...more });
}

test('a window that has ended is replaced at its end, the others stay as they are', () => {
  const before = twoWindows();
  expect(roll(before, now + 1999)).toBe(before);
  const [short, long] = roll(before, now + 2500).windows;
  expect(short).toMatchObject({ remaining: 1, resetAt: undefined, openedAt: now + 2000 });
  expect(long).toBe(before.windows[1]);
});

test('a window of which one has an account is not replaced while an answer may tell of it', () => {
  const before = send(twoWindows());
  expect(roll(before, now + 2500)).toBe(before);
  const windows = before.windows.map((window) => ({ ...window, trustedFrom: now + 60_000 }));
  expect(roll({ ...before, windows }, now + 2500).windows[0]?.remaining).toBe(1);
});

test("there is no wait for a reset that was told while one's own account has room", () => {
  const report = { policy: 'a', remaining: 0, limit: 10, resetAfterMs: 5000, windowMs: 5000 };
  const told = answer(newBucket, { reports: [report] });
  const windows = told.windows.map((window) => ({ ...window, trustedFrom: 0 }));
  expect(admit({ ...told, windows }, now).kind).toBe('go');
});

test('an answer raises what remains if no other call was under way since it was sent', () => {
  const full = { policy: 'long', remaining: 9, limit: 9, resetAfterMs: 9000, windowMs: 9000 };
  const remaining = (bucket: Bucket): number | undefined =>
    settle(bucket, { wave: 0, nowMs: now, reports: [full] }).windows[1]?.remaining;
  expect(remaining(send(twoWindows()))).toBe(9);
  expect(remaining(send(send(twoWindows())))).toBe(8);
  const lost = settle(send(send(twoWindows())), { wave: 0, nowMs: now });
  expect(remaining(lost)).toBe(7);
});

test('a refusal ends no window that has room, and puts off no reset', () => {
  const { windows } = twoWindows({ pauseMs: 3000 });
  expect(windows).toMatchObject([
    { policy: 'short', resetAt: now + 2000 },
    { policy: 'long', resetAt: now + 9000 },
  ]);
  expect(twoWindows({ pauseMs: 500 }).windows).toMatchObject([
    { policy: 'short', limit: 1, resetAt: now + 500 },
    { policy: 'long', resetAt: now + 9000 },
  ]);
});

test('a refusal for which the account had room is for others, an answer that fits it is not', () => {
  const report = { policy: 'a', remaining: 0, limit: 1, resetAfterMs: 2000, windowMs: 2000 };
  const judge = (more: Partial<Settlement>) =>
    answer(newBucket, { reports: [report], ...more }).windows[0]?.trustedFrom;
  expect(judge({})).toBe(0);
  expect(judge({ pauseMs: 500 })).toBe(now + 4 * 2000);
});

test('a call that tells nothing spends its cost, and nothing of what is not known', () => {
  const { windows } = twoWindows();
  const dear = windows.map((window) => ({ ...window, cost: 2.5 }));
  const spent = answer({ ...twoWindows(), windows: dear }).windows;
  expect(spent.map(({ remaining }) => remaining)).toEqual([0, 5.5]);
  const unknown = windows.map((window) => ({ ...window, remaining: undefined }));
  const kept = answer({ ...twoWindows(), windows: unknown }).windows;
  expect(kept.map(({ remaining }) => remaining)).toEqual([undefined, undefined]);
});
