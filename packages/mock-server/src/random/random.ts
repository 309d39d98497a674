/** The mock's chance. Nothing in the mock asks another source. */
export interface Random {
  /** Random bytes. */
  bytes(length: number): Uint8Array;
  /** A whole number from 0 up to, but not including, the bound (at most 2^32). */
  below(bound: number): number;
  /** A text of the given length, each character drawn evenly from 0-9, A-Z and a-z. */
  base62(length: number): string;
  /** A text of the given length, each character drawn evenly from 0-9 and a-f. */
  hex(length: number): string;
  /** A UUID of version 4 (RFC 9562 §5.4). */
  uuid(): string;
}

/** Chance whose position can be kept and found again. */
export interface SeededRandom extends Random {
  /** The generator's inner numbers; empty when the platform's source is used. */
  snapshot(): readonly number[];
  /** Goes on from kept numbers. */
  restore(state: readonly number[]): void;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Chance for one mock.
 *
 * @remarks With a seed it is sfc32, which gives the same numbers on every platform. It is not fit
 * for secrets; without a seed every number comes from `crypto.getRandomValues`.
 * @param seed - Any number; absent for the platform's source.
 */
export function createRandom(seed?: number): SeededRandom {
  const source = seed === undefined ? platformSource() : sfc32(seed);
  const below = (bound: number): number => drawEvenly(source.next, bound);
  const draw = (length: number, base: number): string => {
    let text = '';
    while (text.length < length) text += digits[below(base)];
    return text;
  };
  // Of the alphabet, the first sixteen digits are in capitals.
  const hex = (length: number): string => draw(length, 16).toLowerCase();
  return {
    bytes: (length) => Uint8Array.from({ length }, () => source.next() & 0xff),
    below,
    base62: (length) => draw(length, 62),
    hex,
    uuid: () => {
      const variant = '89ab'[below(4)];
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
    snapshot: () => source.state(),
    restore: (state) => source.restore(state),
  };
}

/** A whole number, 0 or more, in base 62 with the digits 0-9, A-Z and a-z. */
export function base62Text(value: number): string {
  let [rest, text] = [value, ''];
  do {
    text = `${digits[rest % 62]}${text}`;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text;
}

interface Source {
  /** 32 random bits as an unsigned number. */
  readonly next: () => number;
  readonly state: () => readonly number[];
  readonly restore: (state: readonly number[]) => void;
}

// Numbers above the last whole multiple of the bound would favour the small results.
function drawEvenly(next: () => number, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let drawn = next();
  while (drawn >= limit) drawn = next();
  return drawn % bound;
}

function platformSource(): Source {
  const pool = new Uint32Array(256);
  let used = pool.length;
  const next = (): number => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    return pool[used++] ?? 0;
  };
  return { next, state: () => [], restore: () => {} };
}

/** Chris Doty-Humphrey's small fast counter, 32 bit (PractRand 0.93). */
function sfc32(seed: number): Source {
  let [a, b, c, counter] = [0, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1];
  const next = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The author's advice: the first rounds still show the seed.
  for (let round = 0; round < 15; round++) next();
  return {
    next,
    state: () => [a, b, c, counter],
    restore: (state) => {
      [a = 0, b = 0, c = 0, counter = 1] = state;
    },
  };
}
