import { namesUndone } from './instants.ts';
import type { Plan } from './plan.ts';

/** Whether a value holds others. */
export function isComplex({ types, groups, parts }: Plan): boolean {
  if (groups.length > 0) return true;
  return types.length > 0
    ? types[0] === 'object' || types[0] === 'array'
    : parts.some(({ properties, items }) => properties !== undefined || items !== undefined);
}

/** Whether it would contain one of the components around it. */
export function isRecursive({ marks }: Plan, path: readonly object[]): boolean {
  return marks.some((mark) => path.includes(mark));
}

const open = /^(next|prev(ious)?)(_|$)|cursor|(^|_)(error|failure|warning)s?(_|$)|(^|_)parent/;

/** Whether what may be null is null, since nothing has happened yet: `deleted_at`, `next_cursor`. */
export function leavesOpen(name: string): boolean {
  return namesUndone(name) || open.test(name);
}
