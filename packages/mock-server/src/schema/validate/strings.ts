import { type Check, fault } from './check.ts';
import type { SchemaSource } from './schema-source.ts';

/** The keywords of texts (JSON Schema validation, section 6.3), and their formats. */
export function checkTexts(source: SchemaSource): readonly Check<string>[] {
  return [...shortest(source), ...longest(source), ...pattern(source), ...textFormat(source)];
}

/** The formats that numbers have. */
export function checkNumberFormat(source: SchemaSource): readonly Check<number>[] {
  return named(source.link.tools.formats.numbers, source);
}

function shortest(source: SchemaSource): Check<string>[] {
  const limit = source.number('minLength');
  if (limit === undefined) return [];
  const message =
    limit === 1 ? 'must not be empty' : `must NOT have fewer than ${limit} characters`;
  return [(text, run) => hasAtLeast(text, limit) || fault(run, 'min_length', message)];
}

function longest(source: SchemaSource): Check<string>[] {
  const limit = source.number('maxLength');
  if (limit === undefined) return [];
  const message = `must NOT have more than ${limit} characters`;
  return [
    (text, run) =>
      text.length <= limit || !hasAtLeast(text, limit + 1) || fault(run, 'max_length', message),
  ];
}

// Characters are code points (RFC 8259): a text has at most as many as code units, at least half.
function hasAtLeast(text: string, count: number): boolean {
  if (text.length < count) return false;
  if (text.length >= 2 * count) return true;
  let surplus = text.length - count;
  for (let index = 0; index < text.length - 1 && surplus >= 0; index++) {
    if (isSurrogatePair(text, index)) surplus--;
  }
  return surplus >= 0;
}

function isSurrogatePair(text: string, index: number): boolean {
  return (
    (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
  );
}

function pattern(source: SchemaSource): Check<string>[] {
  const text = source.text('pattern');
  if (text === undefined) return [];
  const matches = source.link.tools.readPattern(text);
  if (matches === undefined)
    throw source.unusable('pattern', 'pattern must be a regular expression');
  const message = `must match pattern "${text}"`;
  return [(value, run) => matches(value) || fault(run, 'pattern', message)];
}

function textFormat(source: SchemaSource): Check<string>[] {
  return named(source.link.tools.formats.texts, source);
}

// A format that nobody knows says nothing (JSON Schema validation, section 7.2.3).
function named<V extends string | number>(
  formats: { readonly [name: string]: (value: V) => boolean },
  source: SchemaSource,
): Check<V>[] {
  const name = source.text('format');
  const holds = name !== undefined && Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (holds === undefined) return [];
  const message = `must match format "${name}"`;
  return [(value, run) => holds(value) || fault(run, 'format', message)];
}
