/**
 * Compiles a `pattern`, with the flag `u` where the engine takes it so (JSON Schema core, section
 * 6.4), else without.
 *
 * @returns Absent when it is no regular expression.
 */
export function compilePattern(source: string): RegExp | undefined {
  return compile(source, 'u') ?? compile(source, '');
}

/** Says whether a text matches a `pattern` of a document that one trusts: a bad one takes for ever. */
export function readTrustedPattern(source: string): ((text: string) => boolean) | undefined {
  const expression = compilePattern(source);
  return expression && ((text) => expression.test(text));
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
