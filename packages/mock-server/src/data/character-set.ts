/** Ranges of code points, both ends included. */
export type CharacterSet = readonly (readonly [from: number, to: number])[];

const upper: CharacterSet = [[65, 90]];
const lower: CharacterSet = [[97, 122]];
const digit: CharacterSet = [[48, 57]];
const punctuation: CharacterSet = [
  [33, 47],
  [58, 64],
  [91, 96],
  [123, 126],
];
const letter: CharacterSet = [...lower, ...upper];
const space: CharacterSet = [[32, 32]];
const printable: CharacterSet = [[32, 126]];
const everything: CharacterSet = [[0, 0x10ffff]];

/** What `.` stands for here: letters and digits are easier to read than most of what it allows. */
export const readable: CharacterSet = [...lower, ...digit];

/** The characters of an escape of a class: `d`, `W`, `p{Lu}`; absent when it is none. */
export function escapedSet(sequence: string): CharacterSet | undefined {
  const plain: { readonly [letter: string]: CharacterSet } = {
    ...{ d: digit, D: complement(digit) },
    ...{ w: [...letter, ...digit, [95, 95]], W: complement([...letter, ...digit, [95, 95]]) },
    ...{ s: space, S: complement([[0, 32]]) },
  };
  if (Object.hasOwn(plain, sequence)) return plain[sequence];
  const property = /^([pP])\{(?:[A-Za-z_]+=)?(.*)\}$/.exec(sequence);
  if (property === null) return undefined;
  const set = propertySet(property[2] ?? '');
  return property[1] === 'p' ? set : complement(set);
}

function propertySet(name: string): CharacterSet {
  if (/^(Lu|Uppercase)/.test(name)) return upper;
  if (/^(Ll|Lowercase)/.test(name)) return lower;
  if (/^(N|Decimal|Digit)/.test(name)) return digit;
  if (/^(Z|White|Space)/.test(name)) return space;
  return /^(P|S|Punct|Symbol)/.test(name) ? punctuation : letter;
}

/** Every character that a set does not have, the printable ones of ASCII if there are any. */
export function complement(set: CharacterSet): CharacterSet {
  const near = subtract(printable, set);
  return near.length > 0 ? near : subtract(everything, set);
}

/** The character at a position of a set, from 0 up to but not including {@link sizeOf}. */
export function characterAt(set: CharacterSet, position: number): string {
  let rest = position;
  for (const [from, to] of set) {
    if (rest <= to - from) return String.fromCodePoint(from + rest);
    rest -= to - from + 1;
  }
  return '';
}

/** How many characters a set has. */
export function sizeOf(set: CharacterSet): number {
  return set.reduce((size, [from, to]) => size + to - from + 1, 0);
}

function subtract(whole: CharacterSet, removed: CharacterSet): CharacterSet {
  let rest = [...whole];
  for (const [from, to] of removed) {
    rest = rest.flatMap(([low, high]): [number, number][] => {
      if (to < low || from > high) return [[low, high]];
      const pieces: [number, number][] = [
        [low, from - 1],
        [to + 1, high],
      ];
      return pieces.filter(([start, end]) => start <= end);
    });
  }
  return rest;
}
