import type { ListShape, Role } from '../../infer/role.ts';
import { type Row, scopeKey, scopeValues } from '../../state/row-group.ts';
import type { Call } from '../handler.ts';

/**
 * Whether a row is marked for a list, such as a repository for that of starred ones.
 *
 * @returns Absent when nothing marks rows for it.
 */
export function markedRows(
  { core, mode, input }: Call,
  { scope }: Role,
  { markedBy }: ListShape,
): ((row: Row) => boolean) | undefined {
  if (markedBy === undefined) return undefined;
  const marks = core.worlds.table(mode, markedBy);
  const path = scope.map(({ parameter }) => String(input.path.get(parameter) ?? ''));
  return (row) => {
    const whose = scopeKey([...path, ...scopeValues(row.scope)]);
    // A scope that nobody has asked for has no marks, and gets none for the asking.
    return marks.has(whose) && marks.within(whose).get(row.id) !== undefined;
  };
}
