import { expect, test } from 'vitest';
import { Lanes, type Priority, type Queued } from './lanes.ts';

function lanesOf(counts: Partial<Record<Priority, number>>): Lanes<Queued> {
  const lanes = new Lanes<Queued>();
  let place = 0;
  for (const priority of ['batch', 'normal', 'interactive'] as const) {
    for (let entry = 0; entry < (counts[priority] ?? 0); entry++) {
      place += 1;
      lanes.insert({ place, priority });
    }
  }
  return lanes;
}

function takeMany(lanes: Lanes<Queued>, count: number): Queued[] {
  return Array.from({ length: count }, () => lanes.take()).filter((entry) => entry !== undefined);
}

test('lanes share by weight while all of them wait, and none starves', () => {
  const taken = takeMany(lanesOf({ interactive: 100, normal: 100, batch: 100 }), 42);
  const count = (wanted: Priority): number =>
    taken.filter(({ priority }) => priority === wanted).length;
  expect([count('interactive'), count('normal'), count('batch')]).toEqual([32, 8, 2]);
});

test('within a lane the lower place goes first, whenever it came', () => {
  const lanes = lanesOf({ normal: 2 });
  lanes.insert({ place: 0, priority: 'normal' });
  expect(takeMany(lanes, 3).map(({ place }) => place)).toEqual([0, 1, 2]);
});

test('a lane that was empty saves up no turns', () => {
  const lanes = lanesOf({ normal: 200 });
  takeMany(lanes, 100);
  for (let place = 1000; place < 1050; place++) lanes.insert({ place, priority: 'batch' });
  const taken = takeMany(lanes, 10).filter(({ priority }) => priority === 'batch');
  expect(taken.length).toBeLessThanOrEqual(3);
});

test('how many go before a call counts the shares of the other lanes', () => {
  const lanes = lanesOf({ interactive: 100, normal: 10 });
  expect(lanes.ahead({ place: 1000, priority: 'interactive' })).toBe(110);
  expect(lanes.ahead({ place: 0, priority: 'interactive' })).toBe(0);
  expect(lanes.ahead({ place: 0, priority: 'normal' })).toBe(4);
});

test('an entry is taken out once, and one lane can be asked alone', () => {
  const lanes = lanesOf({ normal: 1 });
  const entry = { place: 9, priority: 'batch' } as const;
  lanes.insert(entry);
  expect([lanes.size, lanes.count('batch'), lanes.take('interactive')]).toEqual([2, 1, undefined]);
  expect([lanes.remove(entry), lanes.remove(entry), lanes.size]).toEqual([true, false, 1]);
});

test('of lanes that have had the same turns the more urgent goes first', () => {
  const lanes = lanesOf({ batch: 1, normal: 1, interactive: 1 });
  const taken = takeMany(lanes, 4).map(({ priority }) => priority);
  expect(taken).toEqual(['interactive', 'normal', 'batch']);
});

test('who has the same place as another goes after it', () => {
  const lanes = new Lanes<Queued & { readonly name: string }>();
  lanes.insert({ place: 1, priority: 'normal', name: 'first' });
  lanes.insert({ place: 1, priority: 'normal', name: 'second' });
  expect([lanes.take()?.name, lanes.take()?.name]).toEqual(['first', 'second']);
});

test('only those with lower places are ahead within a lane', () => {
  const lanes = lanesOf({ normal: 3 });
  const ahead = [0, 1, 2, 3, 4].map((place) => lanes.ahead({ place, priority: 'normal' }));
  expect(ahead).toEqual([0, 0, 1, 2, 3]);
});

test('what does not wait is not taken out, and nothing else is', () => {
  const lanes = lanesOf({ normal: 2 });
  expect(lanes.remove({ place: 1, priority: 'normal' })).toBe(false);
  expect([lanes.size, lanes.take('batch'), lanes.size]).toEqual([2, undefined, 2]);
});

test('empty lanes have nobody to take', () => {
  expect(new Lanes<Queued>().take()).toBeUndefined();
});
