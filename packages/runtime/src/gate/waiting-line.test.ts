import { expect, test } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import type { Priority } from './lanes.ts';
import { type Applicant, WaitingLine } from './waiting-line.ts';

/** A line, and how often a call has left it of its own accord. */
function openLine() {
  const clock = new VirtualClock(0);
  let left = 0;
  const line = new WaitingLine(clock, () => {
    left += 1;
  });
  let place = 0;
  const join = (more: Partial<Applicant> = {}) => {
    place += 1;
    return line.join({ place, priority: 'normal', givesUpAt: 1000, signal: undefined, ...more });
  };
  return { clock, line, join, left: () => left };
}

test('the next in line gets the lease, and nobody is told that it left', async () => {
  const { clock, line, join, left } = openLine();
  const [first, second] = [join(), join()];
  expect(line.serveNext('a')).toBe(true);
  expect(line.serveNext('b')).toBe(true);
  expect(line.serveNext('c')).toBe(false);
  expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  expect({ left: left(), alarms: clock.pending, size: line.size }).toEqual({
    left: 0,
    alarms: 0,
    size: 0,
  });
});

test('a call whose time is up leaves at that instant, and makes way for others', async () => {
  const { clock, line, join, left } = openLine();
  const waiting = join({ givesUpAt: 300 });
  expect(await clock.run(waiting)).toEqual({ kind: 'too-long' });
  expect(clock.now()).toBe(300);
  expect({ left: left(), size: line.size }).toEqual({ left: 1, size: 0 });
});

test('a call that is aborted leaves at once, and nobody listens to its signal any more', async () => {
  const { clock, line, join, left } = openLine();
  const { signal, abort, listeners } = abortable();
  const waiting = join({ signal });
  expect(listeners()).toBe(1);
  abort();
  expect(await waiting).toEqual({ kind: 'aborted' });
  expect(listeners()).toBe(0);
  expect({ left: left(), alarms: clock.pending, size: line.size }).toEqual({
    left: 1,
    alarms: 0,
    size: 0,
  });
});

test('a call that was served no longer listens to its signal', async () => {
  const { line, join, left } = openLine();
  const { signal, abort, listeners } = abortable();
  const waiting = join({ signal });
  line.serveNext('a');
  expect(listeners()).toBe(0);
  abort();
  expect(await waiting).toBe('a');
  expect(left()).toBe(0);
});

test('one lane can be counted and served alone', async () => {
  const { line, join } = openLine();
  const priorities: readonly Priority[] = ['normal', 'interactive', 'batch', 'interactive'];
  const [, urgent] = priorities.map((priority) => join({ priority }));
  expect(line.count('interactive')).toBe(2);
  expect(line.serveNext('a', 'interactive')).toBe(true);
  expect(await urgent).toBe('a');
  expect({ interactive: line.count('interactive'), all: line.size }).toEqual({
    interactive: 1,
    all: 3,
  });
});

test('those who cannot be served in time are refused with the reason, the others stay', async () => {
  const { clock, line, join, left } = openLine();
  const [, second, third] = [join(), join(), join()];
  const seen: number[] = [];
  line.refuse((_, ahead) => {
    seen.push(ahead);
    return ahead > 0 ? { kind: 'too-long', retryAfterMs: 100 * ahead } : undefined;
  });
  expect(await second).toEqual({ kind: 'too-long', retryAfterMs: 100 });
  expect({ size: line.size, alarms: clock.pending, left: left() }).toEqual({
    size: 1,
    alarms: 1,
    left: 0,
  });
  // Who was refused is no longer ahead of those behind.
  expect(seen).toEqual([0, 1, 1]);
  expect(await third).toEqual({ kind: 'too-long', retryAfterMs: 100 });
});

test('how many are ahead is counted by place', () => {
  const { line, join } = openLine();
  void join();
  void join();
  expect(line.ahead({ place: 2, priority: 'normal' })).toBe(1);
  expect(line.ahead({ place: 9, priority: 'normal' })).toBe(2);
});

/** A signal that counts its listeners. */
function abortable() {
  const controller = new AbortController();
  const { signal } = controller;
  const added = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    added.add(args[1]);
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    if (args[0] === 'abort') added.delete(args[1]);
    remove(...args);
  };
  return { signal, abort: () => controller.abort(), listeners: () => added.size };
}
