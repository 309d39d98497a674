import type { JsonObject, JsonSchema } from '@product/spec-model';

/** How the ids of rows look: `task_8fK2…`, a UUID, 1 2 3 …, or any other text. */
export type IdStyle = 'prefixed' | 'uuid' | 'integer' | 'text';

/** A parameter of a path that says whose rows are meant, such as `{owner}` of `/repos/{owner}/{repo}`. */
export interface ScopeParameter {
  /** As the template names it. */
  readonly parameter: string;
  /**
   * The property of a row that holds its value; absent when rows do not show it, so that it has to be
   * remembered beside the row.
   */
  readonly property?: string;
  /** The member that holds the value where the property is an object: `login` of `owner`. */
  readonly member?: string;
  /** The name of the collection whose row it names; absent when it names none. */
  readonly parent?: string;
  /**
   * In a role: the parameter of the collection's own scope that it stands for, `owner` for the `org`
   * of `/orgs/{org}/repos`. Absent when it is a further one, by which a view chooses.
   */
  readonly standsFor?: string;
  /**
   * In a role: set when nothing tells which rows belong to it; its parent has to exist, and it
   * chooses nothing.
   */
  readonly unbound?: true;
}

/** A kind of rows, or one object that is always there. */
export interface Collection {
  /** The path template where its rows are made or listed, which is also its name: `/tasks`. */
  readonly name: string;
  /** One row in words: `task`. */
  readonly noun: string;
  /** The schema of one row, as the API shows it. */
  readonly schema: JsonSchema;
  /**
   * The property of a row that the path of an item names: `id`, `number`, `login`; empty when rows do
   * not show it, so that what the path says is kept beside the row.
   */
  readonly idProperty: string;
  readonly idStyle: IdStyle;
  /** What ids begin with: `task_`; empty when they begin with nothing. */
  readonly idPrefix: string;
  /**
   * Set for one object per scope, without a list and an id, such as `/settings`. So are rows that
   * nothing makes or lists: then the last parameter of the scope names the object.
   */
  readonly isSingleton: boolean;
  /** Parameters before the row's own, outermost first; rows of different scopes do not see each other. */
  readonly scope: readonly ScopeParameter[];
  /** Rows that every mode has from the start, perhaps with fields missing: `x-mock-rows`. */
  readonly firstRows: readonly JsonObject[];
}
