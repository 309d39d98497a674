import { expect, test } from 'vitest';
import { bearer } from '../credentials/constructors.ts';
import type { RateLimitStore } from '../store/rate-limit-store.ts';
import { KEY } from '../testing/example-client.ts';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import { bucketName } from './bucket-name.ts';
import { GateRegistry } from './gate-registry.ts';

test('operations that name a limit of their own have a gate of their own, others share one', () => {
  const gates = new GateRegistry({ clock: new VirtualClock() });
  const of = (policy?: string) => gates.of(undefined, 'https://api.example.com', policy);
  expect(of()).toBe(of());
  expect(of('search')).toBe(of('search'));
  expect(new Set([of(), of('search'), of('export')]).size).toBe(3);
  const elsewhere = gates.of(undefined, 'https://other.example.com', 'search');
  expect(elsewhere).not.toBe(of('search'));
});

const applicant = {
  place: 1,
  priority: 'normal',
  givesUpAt: 1_750_000_060_000,
  signal: undefined,
} as const;

test('each credential has gates of its own, and what one learns no other knows', () => {
  const clock = new VirtualClock();
  const gates = new GateRegistry({ clock });
  const [one, other] = [bearer(KEY), bearer(KEY)].map((key) => gates.of(key, 'https://a.example'));
  expect(one).not.toBe(other);
  one?.enter(applicant);
  one?.leave(0, { nowMs: clock.now(), reports: [{ policy: 'a', remaining: 0 }] });
  expect([one?.snapshot.windows.length, other?.snapshot.windows.length]).toEqual([1, 0]);
  expect(other?.enter(applicant)).toBe(0);
});

test('a store that is given is asked by the name of credential, origin and policy', async () => {
  const asked: unknown[] = [];
  const state = { windows: [], inFlight: 0, pausedForMs: 0 };
  const store: RateLimitStore = {
    reserve: (bucket, { keep }) => {
      asked.push([bucket, keep]);
      return { leases: ['a'], state };
    },
    report: () => state,
    release: () => undefined,
  };
  const clock = new VirtualClock();
  const gates = new GateRegistry({ clock, store, reserve: 5 });
  const key = bearer(KEY);
  expect(await gates.of(key, 'https://a.example', 'search').enter(applicant)).toBe('a');
  expect(await gates.of(key, 'https://a.example').enter(applicant)).toBe('a');
  await settleTasks();
  expect(asked).toEqual([
    [await bucketName(key, 'https://a.example search', clock), 5],
    [await bucketName(key, 'https://a.example', clock), 5],
  ]);
});
