import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Collection } from '../infer/collection.ts';
import type { Role, Verb } from '../infer/role.ts';
import { atPointer, isObject } from '../model/json-read.ts';
import type { Operation } from '../model/operation.ts';

type Ground = Pick<Core, 'collections' | 'operations' | 'validators' | 'schemas'>;

/**
 * Rows that the document shows: those in its example of the list, else its example of one row.
 *
 * @returns In the order in which they are shown; without those that the row's own schema refuses.
 */
export function exampleRows(ground: Ground, collection: Collection): readonly JsonObject[] {
  const { validators } = ground;
  const fits = (row: JsonValue | undefined): row is JsonObject =>
    isObject(row) && validators.check(collection.schema, row, 'response').length === 0;
  for (const [role, operation] of membersOf(ground, collection, 'list')) {
    for (const example of examplesOf(operation)) {
      const rows = atPointer(example, role.list?.itemsPointer ?? '');
      const good = Array.isArray(rows) ? rows.filter(fits) : [];
      if (good.length > 0) return good;
    }
  }
  const members = rowVerbs.flatMap((verb) => membersOf(ground, collection, verb));
  for (const [{ answerPointer = '' }, operation] of members) {
    const shown = examplesOf(operation).map((example) => atPointer(example, answerPointer));
    const row = shown.find(fits);
    if (row !== undefined) return [row];
  }
  return [];
}

// Whose answers show one row, those that only read first.
const rowVerbs: readonly Verb[] = ['get', 'me', 'update', 'replace', 'create'];

/** The id that the document shows in the path of an item, where it may be the id of a row. */
export function firstId(ground: Ground, collection: Collection): string | undefined {
  for (const [{ idParameter }, operation] of membersOf(ground, collection, 'get')) {
    const parameter = operation.api.parameters.find((one) => one.name === idParameter);
    const shown =
      parameter && (parameter.example ?? ground.schemas.resolve(parameter.schema)['example']);
    if (typeof shown !== 'string' && typeof shown !== 'number') continue;
    const id = String(shown);
    if (collection.idStyle !== 'integer' || /^[1-9]\d{0,14}$/.test(id)) return id;
  }
  return undefined;
}

function membersOf(
  { collections, operations }: Ground,
  collection: Collection,
  verb: Verb,
): readonly (readonly [Role, Operation])[] {
  const members: [Role, Operation][] = [];
  for (const [id, role] of collections.roles) {
    const operation = operations.get(id);
    const isOwn = role.collection === collection && role.verb === verb;
    if (isOwn && operation !== undefined) members.push([role, operation]);
  }
  return members;
}

function examplesOf(operation: Operation): readonly JsonValue[] {
  const content = operation
    .responseFor(operation.successStatus)
    ?.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
  return content?.examples.map(({ value }) => value) ?? [];
}
