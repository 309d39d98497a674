/** A place that is wanted, and the places below it. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  /** Where it is in the text; absent when it is not there. */
  offset?: number;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const SPACE = /[\s,:]*/y;
// Without a choice per character, so that a long text needs no more memory than a short one.
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const WORD = /[^\s,\]}]*/y;
const STOPS = /["{}[\]]/g;

/**
 * Finds places in a JSON text without parsing it: one walk over the text, whatever it holds.
 *
 * @param text - JSON.
 * @param paths - The places, by names and indexes.
 * @returns The offset of each, in order; of the nearest place around it when it is not there.
 */
export function findInJson(text: string, paths: readonly (readonly string[])[]): number[] {
  const root: Wanted = { below: new Map() };
  for (const path of paths) {
    let here = root;
    for (const name of path) {
      const next = here.below.get(name) ?? { below: new Map() };
      here.below.set(name, next);
      here = next;
    }
  }
  visit({ text, at: 0 }, root);
  return paths.map((path) => nearest(root, path));
}

function nearest(root: Wanted, path: readonly string[]): number {
  let here: Wanted | undefined = root;
  let offset = root.offset ?? 0;
  for (const name of path) {
    here = here.below.get(name);
    if (here?.offset === undefined) break;
    offset = here.offset;
  }
  return offset;
}

function visit(cursor: Cursor, wanted: Wanted): void {
  skip(cursor, SPACE);
  wanted.offset ??= cursor.at;
  const opening = cursor.text[cursor.at];
  if (wanted.below.size === 0 || (opening !== '{' && opening !== '[')) {
    skipValue(cursor);
    return;
  }
  cursor.at += 1;
  for (let index = 0; ; index += 1) {
    skip(cursor, SPACE);
    const next = cursor.text[cursor.at];
    if (next === undefined) return;
    if (next === '}' || next === ']') {
      cursor.at += 1;
      return;
    }
    const name = opening === '{' ? readName(cursor) : String(index);
    const inner = wanted.below.get(name);
    if (inner === undefined) skipValue(cursor);
    else visit(cursor, inner);
  }
}

function readName(cursor: Cursor): string {
  const start = cursor.at;
  skip(cursor, STRING);
  if (cursor.at === start) cursor.at += 1; // no name: the text is no JSON
  const written = cursor.text.slice(start, cursor.at);
  skip(cursor, SPACE);
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

function skipValue(cursor: Cursor): void {
  skip(cursor, SPACE);
  if (!/["{[]/.test(cursor.text[cursor.at] ?? '')) {
    skip(cursor, WORD);
    return;
  }
  for (let depth = skipToStop(cursor); depth > 0; ) depth += skipToStop(cursor);
}

/** Goes past the next text or brace, and tells how much deeper it leads. */
function skipToStop(cursor: Cursor): -1 | 0 | 1 {
  STOPS.lastIndex = cursor.at;
  const stop = STOPS.exec(cursor.text);
  cursor.at = stop?.index ?? cursor.text.length;
  if (stop === null) return -1;
  if (stop[0] !== '"') {
    cursor.at += 1;
    return stop[0] === '{' || stop[0] === '[' ? 1 : -1;
  }
  skip(cursor, STRING);
  if (cursor.at === stop.index) cursor.at += 1; // no end: the text is no JSON
  return 0;
}

function skip(cursor: Cursor, pattern: RegExp): void {
  pattern.lastIndex = cursor.at;
  cursor.at += pattern.exec(cursor.text)?.[0].length ?? 0;
}
