import type { JsonValue } from '@product/spec-model';

// Deeper than any real body; readers that recurse stay far from the end of the stack.
const maxDepth = 100;

/** Reads JSON that strangers send. */
export function parseJson(
  text: string,
): { readonly value: JsonValue } | { readonly fault: string } {
  if (text.length > maxDepth && depthOf(text) > maxDepth) {
    return { fault: `the body nests deeper than ${maxDepth} levels` };
  }
  try {
    // JSON.parse makes `__proto__` an ordinary property of the result, never its prototype.
    const value: JsonValue = JSON.parse(text);
    return { value };
  } catch {
    return { fault: 'the body is not valid JSON' };
  }
}

function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
