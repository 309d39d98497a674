import type { JsonValue } from '@product/spec-model';
import { openText, sealText } from './cursor.ts';

/** A row's place in a list, which lasts when the row itself goes. */
export interface Anchor {
  readonly order: number;
  /** The values that the list is sorted by; empty when it is in the order of making. */
  readonly values: readonly JsonValue[];
  /** Set when the rows before it are meant. */
  readonly backward?: boolean;
}

/**
 * A cursor that names a row's place.
 *
 * @param list - Name of the list; a cursor is refused by any other list.
 */
export function writeAnchor(list: string, { order, values, backward }: Anchor): string {
  const sorted = values.length > 0 ? `~${encodeURIComponent(JSON.stringify(values))}` : '';
  return sealText(list, `${backward === true ? '-' : ''}${order.toString(36)}${sorted}`);
}

/**
 * The place that a cursor names.
 *
 * @returns Absent when the text is not a cursor of this list.
 */
export function readAnchor(list: string, cursor: string): Anchor | undefined {
  const parts = /^(-?)([0-9a-z]{1,10})(?:~(.+))?$/.exec(openText(list, cursor) ?? '');
  if (parts === null) return undefined;
  const [, sign, digits = '', sorted] = parts;
  const values = sorted === undefined ? [] : readValues(sorted);
  if (values === undefined) return undefined;
  return { order: Number.parseInt(digits, 36), values, backward: sign === '-' };
}

function readValues(sorted: string): readonly JsonValue[] | undefined {
  try {
    const values: unknown = JSON.parse(decodeURIComponent(sorted));
    return Array.isArray(values) ? values : undefined;
  } catch {
    return undefined;
  }
}
