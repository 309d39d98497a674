import type { JsonValue } from '@product/spec-model';
import { hashOf } from './hash-of.ts';

const tags = new WeakMap<object, string>();

/**
 * A strong entity tag of a body's text.
 *
 * @param text - As it is sent.
 * @param data - What the text shows, when it is an object that never changes, such as a row: its
 * tag is then worked out once.
 * @see RFC 9110 §8.8.3
 */
export function entityTag(text: string, data?: JsonValue): string {
  if (typeof data !== 'object' || data === null) return tagOf(text);
  let tag = tags.get(data);
  if (tag === undefined) {
    tag = tagOf(text);
    tags.set(data, tag);
  }
  return tag;
}

// FNV-1a over UTF-16 units and the length tell the states of one resource apart; it is no protection
// against a forger, who could as well ask for the body.
function tagOf(text: string): string {
  return `"${text.length.toString(36)}-${hashOf(text).toString(36)}"`;
}

/**
 * Whether a list of tags names one.
 *
 * @param header - The value of `If-Match` or `If-None-Match`.
 * @param tag - Of the present representation.
 * @param weak - Whether `W/` is overlooked, as `If-None-Match` does (RFC 9110 §13.1.2).
 */
export function namesTag(header: string, tag: string, weak: boolean): boolean {
  if (header.trim() === '*') return true;
  return header.split(',').some((entry) => {
    const written = entry.trim();
    return (weak ? written.replace(/^W\//, '') : written) === tag;
  });
}
