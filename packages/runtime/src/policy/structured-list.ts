/** One member of a list: its bare value and its parameters. */
export interface ListMember {
  /** Value without quotes. */
  readonly value: string;
  /** Parameters by name, quotes taken off. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A header that is longer than this is not read. */
const LONGEST_HEADER = 4096;
const PIECES = /"(?:[^"\\]|\\.)*"|[^",;]+|[,;]/g;

/**
 * Reads a list of structured fields, `"burst";r=50;t=30, "daily";r=900`, and the older forms that look
 * like it, `10;w=1` and `limit=100, remaining=50`.
 *
 * @remarks Liberal: what is no member is left out, nothing throws.
 * @param text - The header.
 * @see RFC 9651 section 3.1
 */
export function parseList(text: string): readonly ListMember[] {
  if (text.length > LONGEST_HEADER) return [];
  const members: string[][] = [['']];
  for (const [piece] of text.matchAll(PIECES)) {
    const member = members[members.length - 1] ?? [];
    if (piece === ',') members.push(['']);
    else if (piece === ';') member.push('');
    else member[member.length - 1] += piece.trim();
  }
  return members.map(toMember).filter(({ value }) => value !== '');
}

function toMember([value = '', ...pairs]: readonly string[]): ListMember {
  const parameters = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at > 0) parameters.set(pair.slice(0, at).trim(), unquote(pair.slice(at + 1).trim()));
  }
  return { value: unquote(value), parameters };
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
