import { expect, test } from 'vitest';
import type {
  BucketState,
  Lease,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from '../store/rate-limit-store.ts';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import { type OpenGateSettings, RateGate } from './rate-gate.ts';
import type { Applicant, Verdict } from './waiting-line.ts';

const nothing: BucketState = { windows: [], inFlight: 0, pausedForMs: 0 };

/** A store whose answers the test gives, one by one. */
class AskedStore implements RateLimitStore {
  readonly asked: ReserveRequest[] = [];
  readonly released: Lease[] = [];
  listeners = 0;
  wake = (): void => undefined;
  /** Whether reports and releases fail. */
  isDown = false;
  readonly #waiting: { give: (given: Reservation) => void; fail: (error: Error) => void }[] = [];

  reserve(_bucket: string, request: ReserveRequest): Promise<Reservation> {
    this.asked.push(request);
    return new Promise((give, fail) => this.#waiting.push({ give, fail }));
  }

  async give(leases: readonly Lease[], more: Partial<Reservation> = {}): Promise<void> {
    this.#waiting.shift()?.give({ leases, state: nothing, ...more });
    await settleTasks();
  }

  async fail(): Promise<void> {
    this.#waiting.shift()?.fail(new Error('connection refused'));
    await settleTasks();
  }

  async report(): Promise<BucketState> {
    if (this.isDown) throw new Error('connection refused');
    return nothing;
  }

  async release(_bucket: string, lease: Lease): Promise<void> {
    if (this.isDown) throw new Error('connection refused');
    this.released.push(lease);
  }

  subscribe(_bucket: string, wake: () => void): () => void {
    this.listeners += 1;
    this.wake = wake;
    return () => {
      this.listeners -= 1;
    };
  }
}

/** A gate on such a store, and what became of the calls that entered it. */
function openGate(more: Partial<OpenGateSettings> = {}) {
  const clock = new VirtualClock();
  const store = new AskedStore();
  const gate = new RateGate({ clock, store, ...more }, 'b');
  const log: Verdict[] = [];
  const call = (applicant: Partial<Applicant> = {}): void => {
    const place = gate.takePlace();
    const usual = { place, priority: 'normal', givesUpAt: clock.now() + 60_000 } as const;
    const entry = gate.enter({ ...usual, signal: undefined, ...applicant });
    void Promise.resolve(entry).then((verdict) => log.push(verdict));
  };
  const wants = () => store.asked.map(({ want }) => want);
  return { clock, store, gate, log, call, wants, pass: (ms: number) => clock.run(clock.sleep(ms)) };
}

test('the store is asked one thing at a time, and then again for those who came meanwhile', async () => {
  const { store, log, call, wants } = openGate();
  for (let count = 0; count < 3; count++) call();
  expect(wants()).toEqual([1]);
  await store.give(['a']);
  expect({ log, wants: wants() }).toEqual({ log: ['a'], wants: [1, 2] });
  await store.give(['b', 'c']);
  expect({ log, wants: wants() }).toEqual({ log: ['a', 'b', 'c'], wants: [1, 2] });
});

test('the store is asked by the clock of the client, for leases of a minute', () => {
  const { clock, store, call } = openGate({ reserve: 3 });
  call();
  expect(store.asked).toEqual([{ want: 1, keep: 3, leaseMs: 60_000, nowMs: clock.now() }]);
});

test('a lease that nobody waits for any more goes back, even to a store that fails', async () => {
  const { store, log, call } = openGate();
  const leaving = new AbortController();
  call({ signal: leaving.signal });
  leaving.abort();
  await store.give(['a']);
  expect({ log, released: store.released }).toEqual({
    log: [{ kind: 'aborted' }],
    released: ['a'],
  });
  const again = new AbortController();
  call({ signal: again.signal });
  again.abort();
  store.isDown = true;
  // An unhandled rejection would fail the run.
  await store.give(['b']);
  expect(store.released).toEqual(['a']);
});

test('a gate listens to the store while somebody waits, and to nothing else', async () => {
  const { clock, store, call, wants } = openGate();
  call();
  call();
  expect(store.listeners).toBe(1);
  await store.give([]);
  await store.give([]);
  expect(store.listeners).toBe(1);
  store.wake();
  expect(wants()).toEqual([1, 2, 2]);
  await store.give(['a', 'b']);
  expect({ listeners: store.listeners, alarms: clock.pending }).toEqual({
    listeners: 0,
    alarms: 0,
  });
});

test('when the last one leaves nothing is left behind', async () => {
  const { clock, store, call } = openGate();
  const leaving = new AbortController();
  call({ signal: leaving.signal });
  await store.give([], { waitMs: 700 });
  expect({ listeners: store.listeners, alarms: clock.pending }).toEqual({
    listeners: 1,
    alarms: 2,
  });
  leaving.abort();
  expect({ listeners: store.listeners, alarms: clock.pending }).toEqual({
    listeners: 0,
    alarms: 0,
  });
});

test('those who leave while the store is asked leave nothing behind', async () => {
  const { clock, store, call } = openGate();
  const leaving = new AbortController();
  for (let count = 0; count < 3; count++) call({ signal: leaving.signal });
  await store.give([]);
  leaving.abort();
  await store.give(['a']);
  expect(store.released).toEqual(['a']);
  expect({ listeners: store.listeners, alarms: clock.pending }).toEqual({
    listeners: 0,
    alarms: 0,
  });
});

test('when time makes room the store is asked at that time', async () => {
  const { store, log, call, wants, pass } = openGate();
  call();
  await store.give([], { waitMs: 700 });
  await pass(699);
  expect(wants()).toEqual([1]);
  await pass(1);
  expect(wants()).toEqual([1, 1]);
  await store.give(['a']);
  expect(log).toEqual(['a']);
});

test.each([
  ['names no wait', (store: AskedStore) => store.give([])],
  ['fails', (store: AskedStore) => store.fail()],
])('a store that %s is asked again in a second', async (_name, answer) => {
  const { store, call, wants, pass } = openGate();
  call();
  await answer(store);
  await pass(999);
  expect(wants()).toEqual([1]);
  await pass(1);
  expect(wants()).toEqual([1, 1]);
});

test('an answer makes the gate ask at once, and not again for want of one', async () => {
  const { clock, store, gate, call, wants, pass } = openGate();
  call();
  await store.give([]);
  gate.leave('before', { nowMs: clock.now() });
  await settleTasks();
  expect(wants()).toEqual([1, 1]);
  await store.give([], { waitMs: 3000 });
  await pass(2999);
  expect(wants()).toEqual([1, 1]);
  await pass(1);
  expect(wants()).toEqual([1, 1, 1]);
});

test('where nobody wants to know that the store is lost, calls go on', async () => {
  const { store, log, call } = openGate();
  call();
  await store.give(['a'], { state: { ...nothing, isShare: true } });
  expect(log).toEqual(['a']);
});

test('a call that was not sent makes way for the next one', async () => {
  const { store, gate, call, wants } = openGate();
  call();
  await store.give([]);
  gate.giveBack('unused');
  await settleTasks();
  expect({ released: store.released, wants: wants() }).toEqual({
    released: ['unused'],
    wants: [1, 1],
  });
});

test('a store that fails to learn, or to take a lease back, harms nobody', async () => {
  const { clock, store, gate, wants } = openGate();
  store.isDown = true;
  gate.leave('a', { nowMs: clock.now() });
  gate.giveBack('a');
  await settleTasks();
  expect(wants()).toEqual([]);
});

test('what is reserved for the interactive lane is asked for it alone', async () => {
  const { store, log, call } = openGate({ reserve: 3 });
  call({ priority: 'batch' });
  await store.give([]);
  call({ priority: 'interactive' });
  await store.give([]);
  expect(store.asked.map(({ want, keep }) => [want, keep])).toEqual([
    [1, 3],
    [2, 3],
    [1, 0],
  ]);
  await store.give(['a']);
  expect(log).toEqual(['a']);
  // One waits still, and is asked for with what is kept.
  expect(store.asked.at(-1)).toMatchObject({ want: 1, keep: 3 });
});

test('without a reserve nobody is asked for twice', async () => {
  const { store, call, wants } = openGate();
  call({ priority: 'interactive' });
  await store.give([], { waitMs: 500 });
  expect(wants()).toEqual([1]);
});

test('the loss of the store is told once, and so is its return', async () => {
  const heard: string[] = [];
  const { store, call } = openGate({ onStore: (state) => heard.push(state) });
  const share = { ...nothing, isShare: true };
  for (let count = 0; count < 5; count++) call();
  await store.give(['a']);
  await store.give(['b'], { state: share });
  store.wake();
  await store.give(['c'], { state: share });
  store.wake();
  await store.give(['d', 'e'], { state: nothing });
  expect(heard).toEqual(['lost', 'back']);
});

test('who cannot be served in time is refused with what is known, at once', async () => {
  const { clock, store, log, call } = openGate();
  const hour = {
    policy: 'hour',
    remaining: 0,
    limit: 9,
    windowMs: 3_600_000,
    resetAfterMs: 70_000,
  };
  const state = { ...nothing, windows: [hour] };
  call();
  await store.give([], { state, waitMs: 70_000 });
  const refusal = {
    kind: 'too-long',
    retryAfterMs: 70_000,
    resetAt: clock.now() + 70_000,
    policy: 'hour',
    limit: 9,
  };
  expect(log).toEqual([refusal]);
  expect({ listeners: store.listeners, alarms: clock.pending }).toEqual({
    listeners: 0,
    alarms: 0,
  });
  call();
  await settleTasks();
  expect({ log, asked: store.asked.length }).toEqual({ log: [refusal, refusal], asked: 1 });
});

test('a reserve for nobody changes nothing for those who wait', async () => {
  const { store, call, wants, pass } = openGate({ reserve: 3 });
  call({ priority: 'batch' });
  await store.give([], { waitMs: 700 });
  await pass(700);
  expect(wants()).toEqual([1, 1]);
});

test('a store that wakes nobody serves as well', async () => {
  const store = new AskedStore();
  const { clock, call, log } = openGate({
    store: {
      reserve: (bucket, request) => store.reserve(bucket, request),
      report: () => nothing,
      release: () => undefined,
    },
  });
  call();
  await store.give(['a']);
  expect({ log, alarms: clock.pending }).toEqual({ log: ['a'], alarms: 0 });
});
