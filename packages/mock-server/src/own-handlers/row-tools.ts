import type { Outcome } from '../exchange/outcome.ts';
import { insertRow } from '../handlers/create-row.ts';
import { dropRow } from '../handlers/delete-row.ts';
import type { Call } from '../handlers/handler.ts';
import { changeRow } from '../handlers/update-row.ts';
import type { Collection } from '../infer/collection.ts';
import type { Row } from '../state/row-group.ts';

/** A row that was kept, or why it was not. */
export type Kept = { readonly row: Row } | { readonly refusal: Outcome };

/** The rows that a handler works on. */
export interface RowPlace {
  readonly collection: Collection;
  /** Whose, by the collection's parameters; undefined where that was not said. */
  readonly values: readonly (string | undefined)[];
}

/** What the API does to rows, for handlers of one's own. None of it tells webhooks. */
export interface RowTools {
  /** Makes a row of the call's body. */
  insert(call: Call, place: RowPlace): Kept;
  /** Puts the call's body into a row. */
  update(call: Call, place: RowPlace, row: Row): Kept;
  /** Removes a row with what goes with it. */
  remove(call: Call, collection: Collection, row: Row): void;
}

/** As the mock of the Product API does it. */
export const productRows: RowTools = {
  insert: (call, { collection }) => insertRow(call, {}, collection),
  update: (call, { collection }, row) => changeRow(call, collection, row),
  remove: dropRow,
};
