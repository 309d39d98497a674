/** What stands where a secret stood. */
export const MASK = '[secret]';

/** A part of a secret of this length is hidden: lists of keys display less of one. */
export const LEAST_HIDDEN = 12;
const BLOCK = LEAST_HIDDEN / 2;

/**
 * A text without secrets, nor a part of one that is longer than what lists of keys display.
 *
 * @remarks Finds them as they are, percent-encoded, and as JSON writes them. An answer may have been cut
 * off in the middle of one, or show only its end.
 * @param text - Text that may hold them.
 * @param secrets - What must not be shown; well-formed Unicode.
 */
export function maskText(text: string, secrets: readonly string[]): string {
  // Most of what is looked at is too short: names of limits, codes.
  const fits = (secret: string): boolean => text.length >= Math.min(LEAST_HIDDEN, secret.length);
  const forms = secrets.filter((secret) => secret && fits(secret)).flatMap(formsOf);
  let masked = text;
  // Whole ones first: one that shares its beginning with another would leave its end.
  for (const form of forms) masked = masked.replaceAll(form, MASK);
  for (const form of forms) masked = maskParts(masked, form);
  return masked;
}

function formsOf(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])];
}

/** Every part of that length holds one of the blocks that the secret is made of. */
function maskParts(text: string, secret: string): string {
  let masked = text;
  for (let at = 0; at + BLOCK <= secret.length; at += BLOCK) {
    masked = maskAround(masked, secret, at);
  }
  return masked;
}

function maskAround(text: string, secret: string, at: number): string {
  const block = secret.slice(at, at + BLOCK);
  let masked = '';
  let done = 0;
  for (let hit = text.indexOf(block); hit !== -1; hit = text.indexOf(block, hit + 1)) {
    const offset = hit - at;
    let start = hit;
    let end = hit;
    while (start > done && text[start - 1] === secret[start - 1 - offset]) start -= 1;
    while (end < text.length && text[end] === secret[end - offset]) end += 1;
    if (end - start < LEAST_HIDDEN) continue;
    masked += text.slice(done, start) + MASK;
    done = end;
    hit = end - 1;
  }
  return masked + text.slice(done);
}
