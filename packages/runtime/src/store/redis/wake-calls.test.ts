import { expect, test } from 'vitest';
import { settleTasks, VirtualClock } from '../../testing/virtual-clock.ts';
import { WakeCalls } from './wake-calls.ts';

/** Wake calls on a connection whose messages are ours to send. */
function opened(subscribes: Promise<unknown> = new Promise(() => undefined)) {
  const clock = new VirtualClock();
  const log: string[] = [];
  let say = (_channel: string): void => undefined;
  let change = (): void => undefined;
  const connection = {
    runByDigest: async () => undefined,
    run: async () => undefined,
    openSubscriber(onMessage: (channel: string) => void, onChange: () => void) {
      log.push('open');
      say = onMessage;
      change = onChange;
      return {
        subscribe: (channel: string) => {
          log.push(`subscribe ${channel}`);
          return subscribes;
        },
        close: () => log.push('close'),
      };
    },
  };
  const wakes = new WakeCalls(connection, (bucket) => `${bucket}:wake`, clock);
  const pass = (ms: number): Promise<void> => clock.run(clock.sleep(ms));
  return {
    clock,
    log,
    wakes,
    pass,
    say: (channel: string) => say(channel),
    change: () => change(),
  };
}

test('one connection listens for all, to each bucket once', () => {
  const { wakes, log } = opened();
  wakes.add('a', () => undefined);
  wakes.add('a', () => undefined);
  wakes.add('b', () => undefined);
  expect(log).toEqual(['open', 'subscribe a:wake', 'subscribe b:wake']);
});

test('a message wakes those of its bucket, a recovered connection everyone', () => {
  const { wakes, say, change } = opened();
  const woken: string[] = [];
  wakes.add('a', () => woken.push('a'));
  wakes.add('b', () => woken.push('b'));
  say('b:wake');
  say('c:wake');
  expect(woken).toEqual(['b']);
  change();
  expect(woken).toEqual(['b', 'a', 'b']);
});

test('who subscribed is called once it listens: what was said before was not heard', async () => {
  const { wakes } = opened(Promise.resolve());
  let calls = 0;
  wakes.add('a', () => {
    calls += 1;
  });
  expect(calls).toBe(0);
  await settleTasks();
  expect(calls).toBe(1);
});

test('a subscription that fails harms nobody', async () => {
  const { wakes, say } = opened(Promise.reject(new Error('gone')));
  const woken: string[] = [];
  wakes.add('a', () => woken.push('a'));
  await settleTasks();
  say('a:wake');
  expect(woken).toEqual(['a']);
});

test('a later call comes once, and not if something else called before', async () => {
  const { wakes, pass, clock } = opened();
  let calls = 0;
  wakes.add('a', () => {
    calls += 1;
  });
  wakes.callLater('a', 500);
  wakes.callLater('a', 100);
  await pass(1000);
  expect(calls).toBe(1);
  wakes.callLater('a', 100);
  wakes.call('a');
  await pass(1000);
  expect(calls).toBe(2);
  expect(clock.pending).toBe(0);
});

test('nobody is called after it unsubscribed, and no timer is left', () => {
  const { wakes, say, clock } = opened();
  const woken: string[] = [];
  const stop = wakes.add('a', () => woken.push('a'));
  wakes.callLater('a', 100);
  stop();
  wakes.callLater('a', 100);
  say('a:wake');
  expect(woken).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('closing it ends timers and the connection', () => {
  const { wakes, log, clock, say } = opened();
  const woken: string[] = [];
  wakes.add('a', () => woken.push('a'));
  wakes.callLater('a', 100);
  wakes.close();
  say('a:wake');
  expect(log.at(-1)).toBe('close');
  expect(woken).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('while one of two still listens its later call comes', async () => {
  const { wakes, pass } = opened();
  const woken: string[] = [];
  const stop = wakes.add('a', () => woken.push('first'));
  wakes.add('a', () => woken.push('second'));
  wakes.callLater('a', 100);
  stop();
  await pass(1000);
  expect(woken).toEqual(['second']);
});

test('when the last one stops listening its later call is cancelled', () => {
  const { wakes, clock } = opened();
  const stop = wakes.add('a', () => undefined);
  wakes.callLater('a', 100);
  expect(clock.pending).toBe(1);
  stop();
  expect(clock.pending).toBe(0);
});

test('where nobody listens there is nobody to call, and nothing to close', () => {
  const { wakes, clock, log } = opened();
  wakes.callLater('a', 100);
  wakes.call('a');
  wakes.close();
  expect(clock.pending).toBe(0);
  expect(log).toEqual([]);
});

test('for a bucket that nobody waits for no alarm is set', () => {
  const { wakes, clock } = opened();
  wakes.callLater('a', 500);
  expect(clock.pending).toBe(0);
});
