import type { JsonObject, JsonSchema } from '@product/spec-model';

/** How the ids of rows look: `task_8fK2…`, a UUID, 1 2 3 …, or any other text. */
export type IdStyle = 'prefixed' | 'uuid' | 'integer' | 'text';

/** A parameter of a path that says whose rows are meant, such as `{owner}` of `/repos/{owner}/{repo}`. */
export interface ScopeParameter {
  /** As the template names it. */
  readonly parameter: string;
  /** The property of a row that holds its value; absent when rows do not show it. */
  readonly property?: string;
  /** The name of the collection whose row it names; absent when it names none. */
  readonly parent?: string;
}

/** A kind of rows, or one object that is always there. */
export interface Collection {
  /** The path template where its rows are made or listed, which is also its name: `/tasks`. */
  readonly name: string;
  /** One row in words: `task`. */
  readonly noun: string;
  /** The schema of one row, as the API shows it. */
  readonly schema: JsonSchema;
  /** The property of a row that the path of an item names: `id`, `number`, `login`. */
  readonly idProperty: string;
  readonly idStyle: IdStyle;
  /** What ids begin with: `task_`; empty when they begin with nothing. */
  readonly idPrefix: string;
  /** Set for one object per scope, without a list and an id, such as `/settings`. */
  readonly isSingleton: boolean;
  /** Parameters before the row's own, outermost first; rows of different scopes do not see each other. */
  readonly scope: readonly ScopeParameter[];
  /** Rows that every mode has from the start, perhaps with fields missing: `x-mock-rows`. */
  readonly firstRows: readonly JsonObject[];
}
