import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import type { Collection } from '../../../infer/collection.ts';
import type { Collections } from '../../../infer/infer-collections.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { referencesByName } from '../../../schema/references.ts';
import { itemSchema } from '../../../schema/schema-shape.ts';
import { isSameSchema, variantsOf } from '../../../schema/variants.ts';
import { propertiesOf } from '../row-properties.ts';

/** A member of rows that lists rows of another collection: the `items` of a subscription. */
export interface Embedding {
  readonly parent: Collection;
  readonly child: Collection;
  /** The member, and the member in it that is the array: `data`; absent where it is the array. */
  readonly property: string;
  readonly list: string | undefined;
  /** The member of the list that says where it is. */
  readonly address: string | undefined;
  /** The property of a child that names the parent; absent where the path alone does. */
  readonly link: string | undefined;
  /** Whether the path of children goes through the parent. */
  readonly isBelow: boolean;
}

type Source = Pick<Core, 'schemas' | 'collections'>;

const none: readonly Embedding[] = [];
const kept = new WeakMap<Collection, readonly Embedding[]>();

/** The lists of other rows that rows of a collection have; read once. */
export function embeddingsIn(core: Source, parent: Collection): readonly Embedding[] {
  return keepIn(kept, parent, () => readEmbeddings(core, parent));
}

function readEmbeddings(core: Source, parent: Collection): readonly Embedding[] {
  const { properties } = propertiesOf(core.schemas, parent.schema);
  const found = [...properties].flatMap(([property, schema]) => {
    const held = heldBy(core, schema);
    return (held && embeddingAt(core, { parent, property, held })) ?? [];
  });
  return found.length === 0 ? none : found;
}

function embeddingAt(
  core: Source,
  { parent, property, held }: Pick<Embedding, 'parent' | 'property'> & { readonly held: Held },
): Embedding | undefined {
  const { items, list, address } = held;
  const [kind] = variantsOf(core.schemas, items);
  const found = ((kind && childrenOf(core).get(kind)) ?? []).flatMap((child) => {
    const isSame = child !== parent && isSameSchema(core.schemas, items, child.schema);
    const tie = isSame ? tieOf(core, child, parent) : undefined;
    return tie === undefined ? [] : [{ parent, child, property, list, address, ...tie }];
  });
  const word = snakeCase(property);
  return (
    found.find(({ child }) => snakeCase(child.name.split('/').at(-1) ?? '') === word) ?? found[0]
  );
}

const parents = new WeakMap<Collection, readonly Embedding[]>();

/** The lists in which rows of a collection stand; read once. */
export function embeddingsOf(core: Source, child: Collection): readonly Embedding[] {
  const known = parents.get(child);
  if (known !== undefined) return known;
  const all = [...core.collections.byName.values()].filter(
    (parent) => parent !== child && tieOf(core, child, parent) !== undefined,
  );
  const found = all.flatMap((parent) =>
    embeddingsIn(core, parent).filter((one) => one.child === child),
  );
  parents.set(child, found);
  return found;
}

interface Held {
  readonly items: JsonSchema;
  readonly list: string | undefined;
  readonly address: string | undefined;
}

function heldBy({ schemas }: Source, schema: JsonSchema): Held | undefined {
  const [variant, ...others] = variantsOf(schemas, schema);
  if (variant === undefined || others.length > 0) return undefined;
  const own = itemSchema(variant);
  if (own !== undefined) return { items: own, list: undefined, address: undefined };
  const { properties } = schemas.shapeOf(variant);
  const names = [...properties.keys()];
  const list = names.find(
    (name) => holders.test(name) && schemas.typesOf(properties.get(name)).includes('array'),
  );
  const items = itemSchema(schemas.resolve(list === undefined ? undefined : properties.get(list)));
  const address = names.find((name) => /^(url|href|self)$/.test(name));
  return items === undefined ? undefined : { items, list, address };
}

// What the array of an envelope is called.
const holders = /^(data|items|entries|results|records|rows|list|values|elements|nodes|content)$/;

function tieOf(
  core: Source,
  child: Collection,
  parent: Collection,
): Pick<Embedding, 'link' | 'isBelow'> | undefined {
  const own = child.scope.at(-1);
  if (own !== undefined) {
    const isBelow = own.parent === parent.name && child.scope.length === parent.scope.length + 1;
    return isBelow ? { isBelow, link: own.property } : undefined;
  }
  const link = linkOf(core, child, parent);
  return link === undefined || parent.scope.length > 0 ? undefined : { isBelow: false, link };
}

function linkOf(core: Source, child: Collection, parent: Collection): string | undefined {
  const { byTarget, byName } = linksOf(core, child);
  const noun = parent.noun.replaceAll(' ', '_');
  return byTarget.get(parent) ?? byName.get(noun) ?? byName.get(`${noun}_id`);
}

interface Links {
  /** By the collection that a property refers to. */
  readonly byTarget: ReadonlyMap<Collection, string>;
  /** By names in snake case. */
  readonly byName: ReadonlyMap<string, string>;
}

const links = new WeakMap<Collection, Links>();

function linksOf(core: Source, child: Collection): Links {
  const known = links.get(child);
  if (known !== undefined) return known;
  const references = [...referencesByName(core, child)].reverse();
  const names = [...propertiesOf(core.schemas, child.schema).properties.keys()];
  const found: Links = {
    byTarget: new Map(references.map(([name, { to }]) => [to, name])),
    byName: new Map(names.map((name) => [snakeCase(name), name])),
  };
  links.set(child, found);
  return found;
}

const indexes = new WeakMap<Collections, ReadonlyMap<JsonObject, readonly Collection[]>>();

function childrenOf({
  collections,
  schemas,
}: Source): ReadonlyMap<JsonObject, readonly Collection[]> {
  const known = indexes.get(collections);
  if (known !== undefined) return known;
  const index = new Map<JsonObject, Collection[]>();
  for (const collection of collections.byName.values()) {
    const [kind] = collection.isSingleton ? [] : variantsOf(schemas, collection.schema);
    if (kind === undefined) continue;
    index.set(kind, [...(index.get(kind) ?? []), collection]);
  }
  indexes.set(collections, index);
  return index;
}
