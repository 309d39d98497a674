import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Collection, IdStyle, ScopeParameter } from './collection.ts';
import type { ListShape, Role, Verb } from './role.ts';

type Scope = readonly ScopeParameter[];
type Facts<Whole, Late extends keyof Whole> = Omit<Whole, Late>;

/**
 * A collection whose scope is read when it is first asked for: of 1,200 operations a client calls a
 * few.
 *
 * @remarks A class, as all of them are then alike to the engine, and requests read them all the time.
 */
export class LazyCollection implements Collection {
  declare readonly name: string;
  declare readonly noun: string;
  declare readonly schema: JsonSchema;
  declare readonly idProperty: string;
  declare readonly idStyle: IdStyle;
  declare readonly idPrefix: string;
  declare readonly isSingleton: boolean;
  declare readonly firstRows: readonly JsonObject[];
  readonly #read: () => Scope;
  #scope: Scope | undefined;

  constructor(facts: Facts<Collection, 'scope'>, read: () => Scope) {
    Object.assign(this, facts);
    this.#read = read;
  }

  /** Read once. */
  get scope(): Scope {
    this.#scope ??= this.#read();
    return this.#scope;
  }
}

interface Late {
  readonly scope: () => Scope;
  /** Set for `list`. */
  readonly list: (() => ListShape) | undefined;
}

/** A part whose scope, and the form of whose list, are read when they are first asked for. */
export class LazyRole implements Role {
  declare readonly verb: Verb;
  declare readonly collection: Collection;
  declare readonly because: readonly string[];
  readonly #late: Late;
  #scope: Scope | undefined;
  #list: ListShape | undefined;

  constructor(facts: Facts<Role, 'scope' | 'list'>, late: Late) {
    Object.assign(this, facts);
    this.#late = late;
  }

  /** Read once. */
  get scope(): Scope {
    this.#scope ??= this.#late.scope();
    return this.#scope;
  }

  /** Read once. */
  get list(): ListShape | undefined {
    this.#list ??= this.#late.list?.();
    return this.#list;
  }
}
