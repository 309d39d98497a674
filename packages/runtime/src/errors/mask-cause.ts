/** Knows what must not be shown. */
export interface Masker {
  /**
   * A text without secrets.
   *
   * @param text - Text that may hold them.
   */
  maskIn(text: string): string;
}

const DEEPEST = 5;

/**
 * A cause that holds no secret: an error with the name, the code, the message and the stack of what was
 * thrown, and so on for its own cause.
 *
 * @remarks Never the thing itself: errors of HTTP libraries carry the request, its headers and its body.
 * @param cause - What a custom `fetch`, the platform's, or a function that gives keys, threw.
 * @param masker - Knows what must not be shown.
 */
export function maskCause(cause: unknown, masker?: Masker, depth = 1): Error {
  const mask = (text: unknown): string => masker?.maskIn(String(text)) ?? String(text);
  if (!(cause instanceof Error))
    return new Error(mask(typeof cause === 'object' ? 'an object' : cause));
  const { message, name, stack, cause: deeper } = cause;
  const copy = new Error(mask(message));
  const code: unknown = Object(cause).code;
  const facts = {
    name: mask(name),
    stack: mask(stack ?? ''),
    ...(code !== undefined && { code: mask(code) }),
  };
  for (const [key, value] of Object.entries(facts))
    Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  if (deeper !== undefined && depth < DEEPEST) copy.cause = maskCause(deeper, masker, depth + 1);
  return copy;
}
