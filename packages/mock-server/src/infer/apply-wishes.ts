import { suggestName } from '../options/nearest-name.ts';
import { componentName, type SchemaReader } from '../schema/schema-shape.ts';
import type { Ground } from './assign-lists.ts';
import type { Assignment } from './assignment.ts';
import type { Draft } from './draft.ts';
import { findId } from './find-id.ts';
import { singular } from './fold-name.ts';
import { lastWord, readPath } from './read-path.ts';
import type { CollectionWish, RoleWish, Wishes } from './read-wishes.ts';
import type { Verb } from './role.ts';
import { readRowKind } from './row-kind.ts';
import type { Reading } from './survey.ts';
import { refuseWish } from './wish-members.ts';

/**
 * Puts what the document says about its mock in the place of what was inferred.
 *
 * @throws {@link MockError} with code `invalid_model` for what cannot be.
 */
export function applyWishes(ground: Ground, wishes: Wishes): void {
  for (const [name, wish] of wishes.collections) applyCollection(ground, name, wish);
  const readings = [...ground.places.values()].flatMap((place) => place.readings);
  for (const reading of readings) {
    const wish = wishes.roles.get(reading.operation);
    if (wish !== undefined && wish !== false) applyRole(ground, reading, wish);
  }
}

function applyCollection(ground: Ground, name: string, wish: CollectionWish): void {
  const { schemas, found, findings } = ground;
  const at = found.drafts.findIndex((draft) => draft.name === name);
  const known = found.drafts[at];
  const draft = change(schemas, known ?? draftOfWish(schemas, name, wish), wish);
  found.drafts.splice(at === -1 ? found.drafts.length : at, 1, draft);
  if (known === undefined) return;
  for (const [key, item] of found.items) {
    if (item.draft === known) found.items.set(key, { draft, id: draft.id });
  }
  for (const [id, assignment] of findings.assigned) {
    if (assignment.draft === known) findings.assigned.set(id, { ...assignment, draft });
  }
}

function draftOfWish(schemas: SchemaReader, name: string, { row, pointer }: CollectionWish): Draft {
  if (row === undefined) {
    const advice = 'Name one that product-mock inspect shows, or say what its rows are in "row".';
    throw refuseWish(pointer, 'is no collection that was inferred', advice);
  }
  const { parts, key } = readPath(name);
  const kind = readRowKind(schemas, { $ref: row });
  const word = lastWord(parts);
  return {
    name,
    parts,
    key,
    word: singular(word),
    row: kind,
    id: findId({ schemas, row: kind, word }),
    isSingleton: false,
    isShown: false,
    because: 'x-mock-collections describes it.',
  };
}

function change(schemas: SchemaReader, draft: Draft, wish: CollectionWish): Draft {
  const { row: ref, id = draft.id.idProperty, noun, pointer } = wish;
  const row = ref === undefined ? draft.row : readRowKind(schemas, { $ref: ref });
  if (
    ref !== undefined &&
    (componentName({ $ref: ref }) === undefined || row.properties.size === 0)
  ) {
    const advice = 'Write the reference of an object schema, such as "#/components/schemas/Task".';
    throw refuseWish(`${pointer}/row`, `is "${ref}", which names no object schema`, advice);
  }
  if (id !== '' && !row.properties.has(id)) {
    const advice = suggestName(id, [...row.properties.keys()]);
    throw refuseWish(`${pointer}/id`, `is "${id}", which rows do not have`, advice);
  }
  const { idStyle = draft.id.idStyle, idPrefix = draft.id.idPrefix } = wish;
  return {
    ...draft,
    row,
    ...(noun === undefined ? {} : { noun }),
    isSingleton: wish.singleton ?? draft.isSingleton,
    id: { idProperty: id, idStyle, idPrefix },
  };
}

function applyRole({ found, findings }: Ground, reading: Reading, wish: RoleWish): void {
  const { id } = reading.operation;
  const known = findings.assigned.get(id);
  const draft = draftOf(found.drafts, wish, known);
  const verb = wish.verb ?? known?.verb;
  if (verb === undefined) {
    throw refuseWish(wish.pointer, 'has no verb', 'None was inferred either: add "verb".');
  }
  const base = known?.draft === draft && known.verb === verb ? known : undefined;
  const idParameter = wish.id ?? base?.idParameter ?? lastParameter(reading, verb, { wish, draft });
  findings.reasons.delete(id);
  findings.assigned.set(id, {
    ...(base ?? { reading, verb, draft }),
    ...(idParameter === undefined ? {} : { idParameter }),
    ...(wish.by === undefined ? {} : { idProperty: wish.by }),
    ...(wish.rowFrom === undefined ? {} : { rowFrom: wish.rowFrom }),
    ...(verb === 'action'
      ? { action: wish.action ?? known?.action ?? lastWord(reading.parts) }
      : {}),
    wish,
    because: 'x-mock-role says so.',
  });
}

function draftOf(
  drafts: readonly Draft[],
  { collection, pointer }: RoleWish,
  known: Assignment | undefined,
): Draft {
  const named =
    collection === undefined ? known?.draft : drafts.find(({ name }) => name === collection);
  if (named !== undefined) return named;
  if (collection === undefined) {
    throw refuseWish(pointer, 'names no collection', 'None was inferred either: add "collection".');
  }
  const advice = suggestName(
    collection,
    drafts.map(({ name }) => name),
  );
  throw refuseWish(`${pointer}/collection`, `is "${collection}", which does not exist`, advice);
}

const namesRow: readonly Verb[] = ['get', 'update', 'replace', 'delete', 'action'];

function lastParameter(
  { operation }: Reading,
  verb: Verb,
  { wish, draft }: { readonly wish: RoleWish; readonly draft: Draft },
): string | undefined {
  if (draft.isSingleton || wish.rowFrom !== undefined || !namesRow.includes(verb)) return undefined;
  return operation.pathNames.at(-1);
}
