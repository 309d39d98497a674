import type { Collection } from '../../../infer/collection.ts';
import type { Role } from '../../../infer/role.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import { scopeValues } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { addressOf } from './address.ts';

interface ItemRoute {
  readonly operation: Operation;
  readonly role: Role;
  /** Of its path: texts, and between them names of parameters. */
  readonly pieces: readonly string[];
}

const piecesOf = (path: string): readonly string[] => path.split(/\{([^{}]*)\}/);

const routes = new WeakMap<Collection, ItemRoute | undefined>();

/**
 * The path of a row, with the base path: where it is read, else below where it was made.
 *
 * @param row - Its id and whose it is.
 */
function itemPath(
  call: Call,
  collection: Collection,
  row: { readonly id: string; readonly scope: string },
): string {
  const { core, operation, input } = call;
  const route = keepIn(routes, collection, () => findRoute(call, collection));
  const fill = (pieces: readonly string[], named: (name: string) => string): string =>
    core.basePath +
    pieces.map((piece, at) => (at % 2 === 0 ? piece : encodeURIComponent(named(piece)))).join('');
  if (route === undefined) {
    const below = fill(piecesOf(operation.path), (name) => String(input.path.get(name) ?? ''));
    return `${below}/${encodeURIComponent(row.id)}`;
  }
  const { role } = route;
  const values = scopeValues(row.scope);
  return fill(route.pieces, (name) => {
    if (name === role.idParameter) return row.id;
    const said = role.scope.find(({ parameter }) => parameter === name);
    const own = said?.standsFor ?? name;
    const at = collection.scope.findIndex(({ parameter }) => parameter === own);
    return values[at] ?? String(input.path.get(name) ?? '');
  });
}

/** The address of a row, as the caller would ask for it. */
export function itemUrl(
  call: Call,
  collection: Collection,
  row: Parameters<typeof itemPath>[2],
): string {
  return addressOf(call).origin + itemPath(call, collection, row);
}

const absolute = new WeakMap<Operation, boolean>();

/** The address of a new row for the header `Location`: a path, or a URL where the document says so. */
export function locationOf(
  call: Call,
  collection: Collection,
  row: Parameters<typeof itemPath>[2],
): string {
  const isUrl = keepIn(absolute, call.operation, () => wantsUrl(call));
  return isUrl ? itemUrl(call, collection, row) : itemPath(call, collection, row);
}

function wantsUrl({ core, operation }: Call): boolean {
  const headers = operation.responseFor(operation.successStatus)?.headers ?? [];
  const header = headers.find(({ name }) => name.toLowerCase() === 'location');
  if (header === undefined) return false;
  const { example, schema } = header;
  const shown = example ?? core.schemas.resolve(schema)['example'];
  if (typeof shown === 'string') return /^https?:/.test(shown);
  return core.validators.check(schema, '/', 'response').length > 0;
}

// The shortest that reads one row by its id, with no more in its path than says whose the row is.
function findRoute({ core }: Call, collection: Collection): ItemRoute | undefined {
  let found: ItemRoute | undefined;
  for (const [id, role] of core.collections.roles) {
    const operation = core.operations.get(id);
    if (role.collection !== collection || role.verb !== 'get' || operation === undefined) continue;
    if (role.idParameter === undefined || role.idProperty !== undefined) continue;
    if (role.scope.length !== collection.scope.length) continue;
    if (found === undefined || operation.path.length < found.operation.path.length) {
      found = { operation, role, pieces: piecesOf(operation.path) };
    }
  }
  return found;
}
