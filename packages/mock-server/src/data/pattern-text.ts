import type { Random } from '../random/random.ts';
import {
  type CharacterSet,
  characterAt,
  complement,
  escapedSet,
  readable,
  sizeOf,
} from './character-set.ts';

/** Chance, and how often at most something is repeated that may be repeated without end. */
export interface PatternDraw {
  readonly random: Random;
  readonly spread: number;
}

/** Draws a text that probably matches; what it cannot know is for the validator to see. */
export type PatternText = (draw: PatternDraw) => string;

/**
 * Reads a regular expression as a maker of texts.
 *
 * @remarks It understands characters, classes, groups, alternatives, repeats and back references.
 * Anchors are taken for granted and look-around is left out, so a text must be checked.
 * @returns Absent when it cannot be read.
 */
export function readPattern(source: string): PatternText | undefined {
  const reading: Reading = { source, at: 0, groups: 0, depth: 0 };
  try {
    const text = readChoice(reading);
    if (reading.at < source.length) return undefined;
    return ({ random, spread }) => text({ random, spread, caught: [], left: 20_000 });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Reading {
  readonly source: string;
  at: number;
  groups: number;
  depth: number;
}

interface Drawing extends PatternDraw {
  readonly caught: string[];
  /** Repeats that may still be made, of all together. */
  left: number;
}

type Piece = (drawing: Drawing) => string;

const nothing: Piece = () => '';

function readChoice(reading: Reading): Piece {
  if (++reading.depth > 50) throw new SyntaxError('nested too deeply');
  const branches = [readSequence(reading)];
  while (take(reading, /\|/y) !== undefined) branches.push(readSequence(reading));
  reading.depth--;
  return (drawing) => (branches[drawing.random.below(branches.length)] ?? nothing)(drawing);
}

function readSequence(reading: Reading): Piece {
  const pieces: Piece[] = [];
  while (reading.at < reading.source.length && !/[|)]/.test(reading.source[reading.at] ?? '')) {
    const piece = readPiece(reading);
    pieces.push(repeat(piece, take(reading, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y)));
  }
  return (drawing) => pieces.map((piece) => piece(drawing)).join('');
}

const signs: { readonly [sign: string]: readonly number[] } = { '*': [0], '+': [1], '?': [0, 1] };

function repeat(piece: Piece, quantifier: string | undefined): Piece {
  if (quantifier === undefined) return piece;
  const sign = quantifier.replace(/\?$/, '') || '?';
  const bounds = signs[sign] ?? boundsOf(sign);
  const least = bounds[0] ?? 0;
  return (drawing) => {
    const most = Math.max(least, Math.min(bounds[1] ?? Number.POSITIVE_INFINITY, drawing.spread));
    const times = least + drawing.random.below(most - least + 1);
    let text = '';
    for (let turn = 0; turn < times && drawing.left-- > 0; turn++) text += piece(drawing);
    return text;
  };
}

function boundsOf(sign: string): readonly number[] {
  const [least = 0, most] = sign.slice(1, -1).split(',').map(Number);
  if (!sign.includes(',')) return [least, least];
  return most === undefined || most === 0 ? [least] : [least, most];
}

function readPiece(reading: Reading): Piece {
  const { source, at } = reading;
  if (take(reading, /\(/y) !== undefined) return readGroup(reading);
  if (take(reading, /\[/y) !== undefined) return oneOf(readClass(reading));
  if (take(reading, /[\^$]|\\[bB]/y) !== undefined) return nothing;
  if (take(reading, /\./y) !== undefined) return oneOf(readable);
  const back = take(reading, /\\[1-9]\d?/y);
  if (back !== undefined) return ({ caught }) => caught[Number(back.slice(1))] ?? '';
  if (source[at] === '\\') return oneOf(readEscape(reading));
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (/[*+?]/.test(character)) throw new SyntaxError('nothing to repeat');
  reading.at += character.length;
  return () => character;
}

function readGroup(reading: Reading): Piece {
  const looks = take(reading, /\?<?[=!]/y) !== undefined;
  const unnumbered = looks || take(reading, /\?:/y) !== undefined;
  if (!unnumbered) take(reading, /\?<[^>]*>/y);
  const index = unnumbered ? 0 : ++reading.groups;
  const inner = readChoice(reading);
  if (take(reading, /\)/y) === undefined) throw new SyntaxError('a group does not end');
  if (looks) return nothing;
  return (drawing) => {
    const text = inner(drawing);
    drawing.caught[index] = text;
    return text;
  };
}

function readClass(reading: Reading): CharacterSet {
  const negated = take(reading, /\^/y) !== undefined;
  const set: (readonly [number, number])[] = [];
  while (take(reading, /\]/y) === undefined) {
    const from = readMember(reading);
    const isRange = from.length === 1 && take(reading, /-(?!\])/y) !== undefined;
    const to = isRange ? readMember(reading) : from;
    const [low, high] = [from[0], to[0]];
    if (isRange && low !== undefined && high !== undefined) set.push([low[0], high[1]]);
    else set.push(...from);
  }
  return negated ? complement(set) : set;
}

function readMember(reading: Reading): CharacterSet {
  if (reading.source[reading.at] === '\\') return readEscape(reading);
  const code = reading.source.codePointAt(reading.at);
  if (code === undefined) throw new SyntaxError('a class does not end');
  reading.at += code > 0xffff ? 2 : 1;
  return [[code, code]];
}

const escapes =
  /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([pP]\{[^}]*\})|c[A-Za-z]|([\s\S]))/y;
const controls: { readonly [letter: string]: number } = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

function readEscape(reading: Reading): CharacterSet {
  escapes.lastIndex = reading.at;
  const found = escapes.exec(reading.source);
  if (found === null) throw new SyntaxError('an escape does not end');
  reading.at += found[0].length;
  const [, long, short, byte, property, letter = ''] = found;
  const hex = long ?? short ?? byte;
  if (hex !== undefined) return [[Number.parseInt(hex, 16), Number.parseInt(hex, 16)]];
  const set = escapedSet(property ?? letter);
  if (set !== undefined) return set;
  const code = controls[letter] ?? letter.codePointAt(0) ?? 0;
  return [[code, code]];
}

function oneOf(set: CharacterSet): Piece {
  const size = sizeOf(set);
  if (size === 0) throw new SyntaxError('no character fits');
  return ({ random }) => characterAt(set, random.below(size));
}

function take(reading: Reading, token: RegExp): string | undefined {
  token.lastIndex = reading.at;
  const found = token.exec(reading.source)?.[0];
  reading.at += found?.length ?? 0;
  return found;
}
