import type { Wire } from './wire.ts';

/** How a value is written in one text. */
export interface TextStyle {
  readonly name: string;
  /** `simple`, `label`, `matrix`, `form`, `spaceDelimited` or `pipeDelimited`. */
  readonly style: string;
  readonly explode: boolean;
}

/** Reads one part of a text, its encoding undone. */
export type Decode = (text: string) => string;

/**
 * Takes away what a style writes before a value: the dot of `label`, the name of `matrix`.
 *
 * @returns The text as it is when the style's sign is missing: clients forget it more often than
 * values begin with it.
 * @see OpenAPI 3.1, Parameter Object, Style Examples
 */
export function stripStyle(text: string, { name, style }: TextStyle): string {
  if (style === 'label') return text.startsWith('.') ? text.slice(1) : text;
  if (style !== 'matrix' || !text.startsWith(';')) return text;
  if (text === `;${name}`) return '';
  return text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : text.slice(1);
}

/** The items of a list in one text: `blue,black`, `;color=blue;color=black`. */
export function splitList(text: string, style: TextStyle, decode: Decode): Wire {
  const inner = stripStyle(text, style);
  if (inner === '') return [];
  if (style.style === 'matrix' && style.explode) return inner.split(`;${style.name}=`).map(decode);
  return inner.split(delimiterOf(style)).map(decode);
}

/**
 * The members of an object in one text: `R,100,G,200`, exploded `R=100,G=200`.
 *
 * @returns Absent when the text has not that form.
 */
export function splitMembers(text: string, style: TextStyle, decode: Decode): Wire | undefined {
  const parts = stripStyle(text, style).split(delimiterOf(style));
  const isPaired = style.explode && style.style !== 'form';
  return isPaired ? pairsOf(parts, decode) : alternating(parts, decode);
}

/** Whether a list or object could be in this text: its style's delimiter is there. */
export function isDelimited(text: string, style: TextStyle): boolean {
  return delimiterOf(style).test(stripStyle(text, style));
}

function pairsOf(parts: readonly string[], decode: Decode): Wire | undefined {
  const members = new Map<string, Wire>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals < 0) return undefined;
    members.set(decode(part.slice(0, equals)), decode(part.slice(equals + 1)));
  }
  return members;
}

function alternating(parts: readonly string[], decode: Decode): Wire | undefined {
  if (parts.length % 2 !== 0) return undefined;
  const members = new Map<string, Wire>();
  for (let at = 0; at < parts.length; at += 2) {
    members.set(decode(parts[at] ?? ''), decode(parts[at + 1] ?? ''));
  }
  return members;
}

function delimiterOf({ style, explode }: TextStyle): RegExp {
  if (style === 'spaceDelimited') return / |\+|%20/;
  if (style === 'pipeDelimited') return /\||%7C/i;
  if (style === 'label' && explode) return /\./;
  if (style === 'matrix' && explode) return /;/;
  return /,/;
}
