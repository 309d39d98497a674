/** Chance that a seed repeats. */
export interface Dice {
  /** 0 or more, below `sides`. */
  roll(sides: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T | undefined;
}

/**
 * Dice for one request: the same for the same seed and number.
 *
 * @see mulberry32, public domain.
 */
export function createDice(seed: number, number: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return { roll, pick: (list) => list[roll(list.length)] };
}
