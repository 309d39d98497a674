import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RateLimitReport } from '../../policy/rate-limit-headers.ts';
import type { BucketState } from '../rate-limit-store.ts';
import { LocalShare } from './local-share.ts';

const nowMs = 1_750_000_000_000;

function share(peers: number, state?: BucketState, { knownAt = nowMs, held = 0 } = {}): LocalShare {
  return new LocalShare({
    peers,
    held: new Map([['b', held]]),
    known: new Map(state && [['b', { state, knownAt }]]),
  });
}

function ask(local: LocalShare, want: number, atMs = nowMs) {
  return local.reserve('b', { want, keep: 0, leaseMs: 60_000, nowMs: atMs });
}

function knows(remaining: number, inFlight = 0): BucketState {
  const window = { policy: 'a', remaining, limit: 20, windowMs: 2000, resetAfterMs: 1000 };
  return { windows: [window], inFlight, pausedForMs: 0 };
}

function says(remaining: number): RateLimitReport {
  return { policy: 'a', remaining, limit: 20, resetAfterMs: 1000, windowMs: 2000 };
}

test.each([
  { peers: 4, remaining: 20, inFlight: 0, given: 5 },
  { peers: 4, remaining: 20, inFlight: 8, given: 3 },
  { peers: 4, remaining: 3, inFlight: 0, given: 0 },
  { peers: 1, remaining: 7, inFlight: 0, given: 7 },
])('of $remaining left, with $inFlight under way, one of $peers takes $given', (example) => {
  const local = share(example.peers, knows(example.remaining, example.inFlight));
  expect(ask(local, 100).leases).toHaveLength(example.given);
});

test('the next window holds a share of the limit, and never less than one call', () => {
  expect(ask(share(4, knows(0)), 100).waitMs).toBe(1000);
  expect(ask(share(4, knows(0), { knownAt: nowMs - 1000 }), 100).leases).toHaveLength(5);
  const many = share(50, knows(0));
  ask(many, 1);
  expect(ask(many, 100, nowMs + 1000).leases).toHaveLength(1);
});

test('what the server says counts for all: an answer gives no process more than its share', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 6 }), (remainders, peers) => {
      const local = share(peers, knows(20));
      let sent = 0;
      for (const remaining of remainders) {
        const [lease] = ask(local, 1).leases;
        if (lease === undefined) break;
        sent += 1;
        local.report('b', lease, { reports: [says(remaining)], nowMs });
      }
      expect(sent).toBeLessThanOrEqual(Math.floor(20 / peers));
    }),
    { seed: 7 },
  );
});

test('of a window that has just begun, what this process has under way is taken off its share', () => {
  const local = share(4, knows(0), { knownAt: nowMs - 1000, held: 3 });
  expect(ask(local, 100).leases).toHaveLength(2);
});

test('a pause that was known goes on', () => {
  const local = share(2, { ...knows(20), pausedForMs: 3000 });
  expect(ask(local, 1).waitMs).toBe(3000);
});

test('of an unknown bucket one lease is given', () => {
  expect(ask(share(3), 5).leases).toHaveLength(1);
});

test('a lease that was not given here changes nothing', () => {
  const local = share(1, knows(5));
  ask(local, 2);
  const before = ask(local, 0).state;
  expect(local.report('b', '0/0/other', { reports: [says(1)], nowMs })).toEqual(before);
  local.release('b', '0/0/other');
  expect(ask(local, 0).state).toEqual(before);
});

test('a lease that is handed back makes room', () => {
  const local = share(1, knows(1));
  const [lease = ''] = ask(local, 5).leases;
  local.release('b', lease);
  expect(ask(local, 5).leases).toHaveLength(1);
});

test('every answer says that it is of a share', () => {
  const local = share(1, knows(5));
  const { leases, state } = ask(local, 1);
  expect(state.isShare).toBe(true);
  expect(local.report('b', leases[0] ?? '', { reports: [says(4)], nowMs }).isShare).toBe(true);
});

test('each lease has a name of its own, and is ended once', () => {
  const local = share(1, knows(5));
  const { leases } = ask(local, 2);
  expect(new Set(leases).size).toBe(2);
  const [lease = ''] = leases;
  expect(local.report('b', lease, { nowMs }).inFlight).toBe(1);
  expect(local.report('b', lease, { nowMs }).inFlight).toBe(1);
  local.release('b', lease);
  expect(ask(local, 0).state).toMatchObject({ inFlight: 1, windows: [{ remaining: 4 }] });
});

test('less that remains by what the server says is believed', () => {
  const local = share(1, knows(5));
  const { leases } = ask(local, 1);
  const known = local.report('b', leases[0] ?? '', { reports: [says(1)], nowMs });
  expect(known.windows[0]?.remaining).toBe(1);
});

test('a window begins with a share of its limit, and ends when it was to', () => {
  const window = { policy: 'a', remaining: 0, limit: 20, windowMs: 2000, resetAfterMs: 700 };
  const local = share(4, { windows: [window], inFlight: 0, pausedForMs: 0 });
  expect(ask(local, 100).waitMs).toBe(700);
  expect(ask(local, 100, nowMs + 700).leases).toHaveLength(5);
});

test('of a window without a limit, a share of what remains is used even after its end', () => {
  const window = { policy: 'a', remaining: 6, resetAfterMs: 0 };
  const local = share(2, { windows: [window], inFlight: 0, pausedForMs: 0 });
  const { leases, state } = ask(local, 100);
  expect(leases).toHaveLength(3);
  expect(state.windows).toStrictEqual([{ policy: 'a', remaining: 3 }]);
});

test.each([
  { title: 'limit', report: { limit: 20 }, peers: 4, want: { remaining: 4, limit: 5 } },
  { title: 'limit, for many', report: { limit: 20 }, peers: 50, want: { remaining: 0, limit: 1 } },
  { title: 'remainder', report: {}, peers: 4, want: { remaining: 2 } },
])('of a window that was not known a share of the $title is used', ({ report, peers, want }) => {
  const local = share(peers);
  const { leases } = ask(local, 1);
  const reports = [{ policy: 'new', remaining: 12, ...report }];
  const [window] = local.report('b', leases[0] ?? '', { reports, nowMs }).windows;
  expect(window).toMatchObject(want);
  expect(window?.limit).toBe('limit' in want ? want.limit : undefined);
});

test('of several windows each has a share of its own', () => {
  const windows = [
    { policy: 'a', remaining: 8, limit: 20, resetAfterMs: 1000 },
    { policy: 'b', remaining: 3, limit: 20, resetAfterMs: 1000 },
  ];
  const local = share(1, { windows, inFlight: 0, pausedForMs: 0 });
  const { leases } = ask(local, 1);
  const reports = [{ policy: 'b', remaining: 9, limit: 20, resetAfterMs: 1000 }];
  const known = local.report('b', leases[0] ?? '', { reports, nowMs });
  expect(known.windows.map(({ remaining }) => remaining)).toEqual([8, 2]);
});

test.each([
  { title: 'nothing begins as an unknown one', pausedForMs: 0, given: 1, waitMs: undefined },
  { title: 'no more than a pause keeps it', pausedForMs: 3000, given: 0, waitMs: 3000 },
])('a bucket of which is known $title', ({ pausedForMs, given, waitMs }) => {
  const reservation = ask(share(3, { windows: [], inFlight: 0, pausedForMs }), 5);
  expect({ given: reservation.leases.length, waitMs: reservation.waitMs }).toEqual({
    given,
    waitMs,
  });
});
