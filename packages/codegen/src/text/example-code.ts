import type { JsonValue } from '@product/spec-model';
import { objectKey, stringLiteral } from './literal.ts';

const WIDTH = 80;

/**
 * Writes plain data as a reader would: single quotes, short things on one line.
 *
 * @remarks For code inside a comment and a fence, so a string can end neither: `*` before `/` and
 * runs of backticks are written as escapes, which mean the same in a string literal.
 *
 * @param value - The data.
 * @param indent - Spaces that lines after the first begin with.
 */
export function exampleLiteral(value: JsonValue, indent = 0): string {
  const flat = onOneLine(value);
  if (flat.length + indent <= WIDTH || typeof value !== 'object' || value === null) {
    return flat;
  }
  const pad = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item: JsonValue) => exampleLiteral(item, indent + 2))
    : Object.entries(value).map(
        ([key, held]) => `${exampleKey(key)}: ${exampleLiteral(held, indent + 2)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.map((line) => `${pad}${line},\n`).join('')}${' '.repeat(indent)}${close}`;
}

function onOneLine(value: JsonValue): string {
  if (typeof value === 'string') {
    return exampleString(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(onOneLine).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, held]) => `${exampleKey(key)}: ${onOneLine(held)}`,
    );
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}

function exampleKey(key: string): string {
  const written = objectKey(key);
  return written.startsWith('"') ? exampleString(key) : written.replaceAll('"', "'");
}

function exampleString(text: string): string {
  const inside = stringLiteral(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside.replaceAll('*/', '*\\/').replaceAll('`', '\\x60')}'`;
}
