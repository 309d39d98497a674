import { notFound, type Outcome } from '../../../exchange/outcome.ts';
import { singular } from '../../../infer/fold-name.ts';
import { asObject, ownValue } from '../../../model/json-read.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { makeFirst } from '../make/make-row.ts';
import { isTrashed, restores, trashOf } from '../remove/trash.ts';
import { findPlace, matchesPath, type Place } from './place.ts';

/** The row that an operation is about. */
export type Found = { readonly row: Row; readonly place: Place } | { readonly missing: Outcome };

/**
 * The row that an operation is about: the one object of a singleton, the one that the path or the
 * body names, the newest, or the caller's own.
 *
 * @returns A 404 when there is none.
 */
export function findRow(call: Call): Found {
  const place = findPlace(call);
  if ('missing' in place) return place;
  const { collection, role, rows } = place;
  if (collection.isSingleton) return { place, row: rows.get('') ?? makeFirst(call, place, '') };
  if (role.idParameter === undefined && role.rowFrom !== 'body') return findUnnamed(call, place);
  const id = wantedId(call, place);
  const row = lookUp(place, id);
  const trash = trashOf(call.core, collection);
  const isGone =
    row !== undefined && trash !== undefined && isTrashed(trash, row.data) && !restores(role);
  if (row !== undefined && !isGone && place.wanted.every((one) => matchesPath(row, one))) {
    return { place, row };
  }
  const { idProperty = collection.idProperty, idParameter = '' } = role;
  return { missing: notFound(collection.noun, id, idProperty || idParameter) };
}

/** The id of the row that the path, or the body, names. */
export function wantedId({ input }: Call, { role, collection }: Place): string {
  const { idParameter, idMember = collection.idProperty } = role;
  const sent =
    idParameter === undefined
      ? (ownValue(asObject(input.body), idMember) ?? input.query.get(idMember))
      : input.path.get(idParameter);
  return String(sent ?? '');
}

function lookUp({ role, collection, rows }: Place, id: string): Row | undefined {
  const { idProperty = collection.idProperty } = role;
  if (idProperty === collection.idProperty)
    return rows.get(id) ?? endingIn(rows, collection.noun, id);
  for (const row of rows.newestFirst()) {
    if (String(ownValue(row.data, idProperty)) === id) return row;
  }
  return undefined;
}

// `refs/heads/main` is found by `heads/main`, and `projects/a/topics/b` by `b`.
function endingIn(rows: Place['rows'], noun: string, id: string): Row | undefined {
  const [newest] = rows.newestFirst();
  if (id === '' || newest?.id.includes('/') !== true) return undefined;
  const word = singular(noun.split(' ').at(-1) ?? '');
  for (const row of rows.newestFirst()) {
    if (!row.id.endsWith(`/${id}`)) continue;
    const before =
      row.id
        .slice(0, -id.length - 1)
        .split('/')
        .at(-1) ?? '';
    // Not every path of a file names its folder so.
    if (singular(before) === word) return row;
  }
  return undefined;
}

// Without an owner of the credential, the first row plays the caller.
function findUnnamed(call: Call, place: Place): Found {
  const { role, rows, collection } = place;
  const [newest] = role.rowFrom === 'newest' ? rows.newestFirst() : [];
  if (newest !== undefined) return { place, row: newest };
  if (role.rowFrom === 'newest') return { missing: notFound(collection.noun, 'latest') };
  const [first] = rows.oldestFirst();
  const own = rows.get(call.caller?.ownerId ?? '') ?? first;
  return { place, row: own ?? makeFirst(call, place) };
}
