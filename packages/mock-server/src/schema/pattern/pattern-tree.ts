/** A regular expression as data: what it takes to tell how long matching may last, and to match. */
export type PatternTree =
  /** One character out of a set, which `source` writes as a regular expression. */
  | { readonly kind: 'set'; readonly source: string }
  | AssertionPart
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | RepeatPart
  /** A look-around, or a group with flags of its own. */
  | { readonly kind: 'look'; readonly part: PatternTree }
  /** A reference back to what a group matched. */
  | { readonly kind: 'back' };

/** What holds between two characters. */
export interface AssertionPart {
  readonly kind: 'assertion';
  readonly at: 'start' | 'end' | 'boundary' | 'inside';
}

/** A part that matches several times in a row. */
export interface RepeatPart {
  readonly kind: 'repeat';
  readonly part: PatternTree;
  readonly min: number;
  readonly max: number;
}

interface Lexemes {
  readonly escape: RegExp;
  readonly character: RegExp;
}

const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
const opening = /\((?:\?(?::|<[^=!>][^>]*>|(<?[=!]|[a-z-]+:)))?/y;
const set = /\[(?:[^\]\\]|\\[\s\S])*\]|\./y;
const back = /\\(?:[1-9]\d*|k)/y;

const withFlag: Lexemes = {
  escape:
    /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])/uy,
  character: /[\s\S]/uy,
};

const withoutFlag: Lexemes = {
  escape: /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|0[0-7]{0,2}|[\s\S])/y,
  character: /[\s\S]/y,
};

const assertions = {
  '^': 'start',
  $: 'end',
  '\\b': 'boundary',
  '\\B': 'inside',
} as const;

/** Nesting at which a pattern is not read any further; no one writes such. */
const maxDepth = 100;

/** What is read, and how far. */
interface Reader extends Lexemes {
  readonly source: string;
  position: number;
  depth: number;
}

/**
 * Reads a regular expression of ECMAScript.
 *
 * @param source - One that the engine accepts; others are read as something else.
 * @param isUnicode - Whether the engine takes it with the flag `u`.
 */
export function readPatternTree(source: string, isUnicode: boolean): PatternTree {
  const lexemes = isUnicode ? withFlag : withoutFlag;
  return readChoice({ ...lexemes, source, position: 0, depth: 0 });
}

function take(reader: Reader, lexeme: RegExp): RegExpExecArray | null {
  lexeme.lastIndex = reader.position;
  const match = lexeme.exec(reader.source);
  if (match !== null) reader.position = lexeme.lastIndex;
  return match;
}

function readChoice(reader: Reader): PatternTree {
  const parts = [readSequence(reader)];
  while (reader.source[reader.position] === '|') {
    reader.position++;
    parts.push(readSequence(reader));
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'choice', parts };
}

function readSequence(reader: Reader): PatternTree {
  const parts: PatternTree[] = [];
  while (!'|)'.includes(reader.source.charAt(reader.position))) {
    parts.push(readRepeat(reader, readAtom(reader)));
  }
  return { kind: 'sequence', parts };
}

function readRepeat(reader: Reader, part: PatternTree): PatternTree {
  const match = take(reader, quantifier);
  if (match === null) return part;
  const [text, least, comma, most] = match;
  if (least === undefined) {
    const max = text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY;
    return { kind: 'repeat', part, min: text.startsWith('+') ? 1 : 0, max };
  }
  const open = most ? Number(most) : Number.POSITIVE_INFINITY;
  return { kind: 'repeat', part, min: Number(least), max: comma ? open : Number(least) };
}

function readAtom(reader: Reader): PatternTree {
  const group = take(reader, opening);
  if (group !== null) return readGroup(reader, group[1] !== undefined);
  if (take(reader, back) !== null) return { kind: 'back' };
  const match = take(reader, set) ?? take(reader, reader.escape) ?? take(reader, reader.character);
  const text = match?.[0] ?? '';
  if (isAssertion(text)) return { kind: 'assertion', at: assertions[text] };
  // Alone, a bracket that the engine took as a character may mean something else to it.
  return { kind: 'set', source: /^[\]{}]$/.test(text) ? `\\${text}` : text };
}

function readGroup(reader: Reader, isLook: boolean): PatternTree {
  if (++reader.depth > maxDepth) {
    reader.position = reader.source.length;
    return { kind: 'back' };
  }
  const part = readChoice(reader);
  reader.position++;
  reader.depth--;
  return isLook ? { kind: 'look', part } : part;
}

function isAssertion(text: string): text is keyof typeof assertions {
  return Object.hasOwn(assertions, text);
}
