import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('a seed gives the same numbers for ever', () => {
  const random = createRandom(1);
  const drawn = [random.base62(8), random.below(1000), ...random.bytes(3)];
  expect(drawn).toEqual([createRandom(1).base62(8), ...drawn.slice(1)]);
  // The first numbers of seed 1, written down so that no change of the generator goes unnoticed.
  expect(createRandom(1).base62(12)).toMatchInlineSnapshot(`"Zg0PobYA0ZDr"`);
});

test('seeds that differ by little, or by much, give other numbers', () => {
  const seeds = [0, 1, 2, -1, 0.5, 2 ** 32, 2 ** 33, 1e300];
  const texts = seeds.map((seed) => createRandom(seed).base62(16));
  expect(new Set(texts.slice(0, 4)).size).toBe(4);
  expect(texts[5]).not.toBe(texts[6]);
});

test('a kept state goes on where it was', () => {
  const random = createRandom(3);
  random.base62(5);
  const kept = random.snapshot();
  const next = random.base62(20);
  const other = createRandom(99);
  other.restore(JSON.parse(JSON.stringify(kept)));
  expect(other.base62(20)).toBe(next);
});

test.each([undefined, 5])('numbers spread evenly (seed %s)', (seed) => {
  const random = createRandom(seed);
  const counts = new Array<number>(10).fill(0);
  for (let turn = 0; turn < 10_000; turn++) {
    const drawn = random.below(10);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
