import type { JsonValue } from '@product/spec-model';
import type { Operation } from '../model/operation.ts';
import type { IdStyle } from './collection.ts';
import type { Role, Verb } from './role.ts';
import { openWish, readChoice, readFlag, readName, readText } from './wish-members.ts';

/** What `x-mock-role` says of an operation; what it leaves out is inferred. */
export interface RoleWish {
  readonly verb: Verb | undefined;
  /** Name of a collection. */
  readonly collection: string | undefined;
  /** The path parameter that names the row. */
  readonly id: string | undefined;
  /** The property that it names. */
  readonly by: string | undefined;
  readonly rowFrom: Role['rowFrom'] | undefined;
  readonly action: string | undefined;
  /** Pointer to the rows of a list. */
  readonly items: string | undefined;
  /** The property that each further parameter chooses by; null for none. */
  readonly scope: ReadonlyMap<string, string | null>;
  /** Where it stands in the document. */
  readonly pointer: string;
}

/** What `x-mock-collections` says of one collection; what it leaves out is inferred. */
export interface CollectionWish {
  /** Reference to the schema of a row. */
  readonly row: string | undefined;
  readonly id: string | undefined;
  readonly idStyle: IdStyle | undefined;
  readonly idPrefix: string | undefined;
  readonly noun: string | undefined;
  readonly singleton: boolean | undefined;
  /** Where it stands in the document. */
  readonly pointer: string;
}

/** What the document says about its mock. */
export interface Wishes {
  /** By operation; false where it shall have no part. */
  readonly roles: ReadonlyMap<Operation, RoleWish | false>;
  /** By name. */
  readonly collections: ReadonlyMap<string, CollectionWish>;
}

const verbs: readonly Verb[] = [
  ...(['list', 'create', 'get', 'update', 'replace', 'delete', 'action', 'me'] as const),
  ...(['count', 'remove'] as const),
];
const styles: readonly IdStyle[] = ['prefixed', 'uuid', 'integer', 'text'];
const sources: readonly NonNullable<Role['rowFrom']>[] = ['caller', 'newest', 'body'];
const roleMembers = ['verb', 'collection', 'id', 'by', 'row_from', 'action', 'items', 'scope'];
const collectionMembers = ['row', 'id', 'id_style', 'id_prefix', 'noun', 'singleton'];

/**
 * Reads `x-mock-role` and `x-mock-collections`.
 *
 * @throws {@link MockError} with code `invalid_model`, the pointer and the nearest right word.
 */
export function readWishes(
  operations: readonly Operation[],
  extensions: { readonly [name: string]: JsonValue },
): Wishes {
  const roles = new Map<Operation, RoleWish | false>();
  for (const operation of operations) {
    const value = operation.api.extensions['x-mock-role'];
    if (value !== undefined) roles.set(operation, value !== false && readRole(value, operation));
  }
  const stated = extensions['x-mock-collections'];
  if (stated === undefined) return { roles, collections: new Map() };
  const whole = openWish(stated, '/x-mock-collections');
  const collections = Object.keys(whole.members).map(
    (name) => [name, readCollection(whole.members[name] ?? null, whole.at(name))] as const,
  );
  return { roles, collections: new Map(collections) };
}

function readRole(value: JsonValue, { api, pathNames }: Operation): RoleWish {
  const pointer = `${api.pointer}/x-mock-role`;
  const wish = openWish(value, pointer, roleMembers);
  const scope = openWish(wish.members['scope'] ?? {}, wish.at('scope'), pathNames);
  return {
    pointer,
    verb: readChoice(wish, 'verb', verbs),
    collection: readText(wish, 'collection'),
    id: readChoice(wish, 'id', pathNames),
    by: readText(wish, 'by'),
    rowFrom: readChoice(wish, 'row_from', sources),
    action: readText(wish, 'action'),
    items: readText(wish, 'items'),
    scope: new Map(Object.keys(scope.members).map((name) => [name, readName(scope, name)])),
  };
}

function readCollection(value: JsonValue, pointer: string): CollectionWish {
  const wish = openWish(value, pointer, collectionMembers);
  return {
    pointer,
    row: readText(wish, 'row'),
    id: readText(wish, 'id'),
    idStyle: readChoice(wish, 'id_style', styles),
    idPrefix: readText(wish, 'id_prefix'),
    noun: readText(wish, 'noun'),
    singleton: readFlag(wish, 'singleton'),
  };
}
