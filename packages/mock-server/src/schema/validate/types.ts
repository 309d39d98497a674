import type { JsonValue } from '@product/spec-model';
import { asTexts } from '../../model/json-read.ts';
import type { SchemaSource } from './schema-source.ts';

/** The types that a schema allows; one bit each, so that asking is one operation. */
const typeBits = {
  null: 1,
  boolean: 2,
  integer: 4,
  number: 12,
  string: 16,
  array: 32,
  object: 64,
} as const;

/** All types. */
export const anyType = 127;

/** What `type` says. */
export interface Types {
  readonly bits: number;
  /** What to say to a value of another type. */
  readonly message: string;
}

/** Reads `type`; everything is allowed where there is none. */
export function readTypes(source: SchemaSource): Types {
  const { type } = source.schema;
  if (type === undefined || type === null) return { bits: anyType, message: '' };
  const names = typeof type === 'string' ? [type] : asTexts(type);
  const unknown = names.find((name) => !isTypeName(name));
  if (names.length === 0 || unknown !== undefined) {
    const found = unknown === undefined ? 'nothing' : `"${unknown}"`;
    throw source.unusable('type', `type must name types of JSON, and names ${found}`);
  }
  const bits = names.reduce((sum, name) => sum | (isTypeName(name) ? typeBits[name] : 0), 0);
  return { bits, message: `must be ${names.join(' or ')}` };
}

/** The bit of a value's own type; a number without a fraction is an integer. */
export function typeBitOf(value: JsonValue): number {
  switch (typeof value) {
    case 'string':
      return typeBits.string;
    case 'number':
      return Number.isInteger(value) ? typeBits.integer : 8;
    case 'boolean':
      return typeBits.boolean;
    default:
      if (value === null) return typeBits.null;
      return Array.isArray(value) ? typeBits.array : typeBits.object;
  }
}

function isTypeName(name: string): name is keyof typeof typeBits {
  return Object.hasOwn(typeBits, name);
}
