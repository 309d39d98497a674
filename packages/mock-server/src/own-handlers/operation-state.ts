import type { JsonObject } from '@product/spec-model';
import type { RowOf } from './operation-types.ts';

/** The rows of one collection, in the caller's mode. */
export interface Rows<Row = JsonObject> {
  /** All of them, oldest first. */
  list(): readonly Row[];
  /** The row with this id; undefined when there is none. */
  get(id: string): Row | undefined;
  /**
   * Adds a row, filled up as the API fills a new one. What is given stays, its id too; a row with the
   * same id goes.
   *
   * @throws `MockError` with code `invalid_row` when it is not what the document describes, or refers
   * to a row that does not exist.
   */
  insert(row: Partial<Row>): Row;
  /**
   * Puts other fields into a row; those that are not given stay, `updated_at` and its like move.
   *
   * @throws `MockError` with code `invalid_row` as with `insert`, and when there is no such row.
   */
  update(id: string, changes: Partial<Row>): Row;
  /**
   * Removes a row, with what the API would take along.
   *
   * @returns Whether there was one.
   */
  delete(id: string): boolean;
}

/** What the mock remembers, as a handler of one's own sees it. */
export interface OperationState<Operations> {
  /**
   * The rows of a collection.
   *
   * @param name - Its resource (`tasks`) or its path (`/projects/{project_id}/members`).
   * @param scope - Whose rows, by parameters of that path.
   * @defaultValue the parameters of the call's own path with those names; where one is missing, the
   * rows of all
   * @throws `MockError` with code `unknown_collection`.
   */
  rows<const Name extends string>(name: Name, scope?: RowScope): Rows<RowOf<Operations, Name>>;
  /**
   * The rows of a collection, by a type of one's own.
   *
   * @param name - Its resource or its path.
   * @param scope - Whose rows, by parameters of that path.
   */
  rows<Row extends object>(name: string, scope?: RowScope): Rows<Row>;
}

/** Values of parameters of a path, by name. */
export interface RowScope {
  readonly [parameter: string]: string;
}
