import type { JsonSchema, JsonValue } from '@product/spec-model';
import { asSchema, itemSchema, type SchemaReader } from '../schema/schema-shape.ts';
import type { Ground } from './assign-lists.ts';
import { type Draft, type Drafts, dropDraft } from './draft.ts';
import { isArray } from './find-rows.ts';
import { foldName } from './fold-name.ts';
import { keyOf } from './read-path.ts';
import { hasProperties, mainBranch, propertyNamed } from './row-kind.ts';
import { type Place, type Reading, readingOf } from './survey.ts';

/**
 * Finds the paths that read and change what a member of a row holds, such as
 * `/issues/{number}/labels` where an issue has `labels`, and gives their operations their parts.
 *
 * @remarks The body tells them from rows of their own: it names several that exist, as
 * `{ "labels": ["bug"] }` does. Collections that were drafted there go.
 */
export function assignMembers(ground: Ground): void {
  for (const place of ground.places.values()) {
    const owner = ownerOf(ground.found, place);
    const member = owner && memberOf(ground.schemas, owner.draft, place);
    if (owner === undefined || member === undefined || !isOfMembers(ground, place)) continue;
    dropDraft(ground.found, place.key);
    assignPlaces(ground, place, { ...owner, member });
  }
}

// Rows of their own are read one by one, and made one by one.
function isOfMembers({ schemas, places }: Ground, place: Place): boolean {
  const [list, one] = [place, places.get(`${place.key}/{}`)].map((at) => readingOf(at, 'GET'));
  if (one?.answer.kind === 'row' || (list !== undefined && list.answer.kind !== 'list')) {
    return false;
  }
  return ['POST', 'PUT'].some((method) => namesMany(schemas, readingOf(place, method), place));
}

function assignPlaces(
  { places, findings }: Ground,
  place: Place,
  part: Owner & { readonly member: string },
): void {
  // The path of the row alone: what is behind it is none of its scope.
  const parts = place.parts.slice(0, -1);
  const because = `It is the "${part.member}" of the ${part.draft.word} that the path names.`;
  const common = { ...part, verb: 'members', because } as const;
  for (const reading of place.readings) {
    findings.assign({ ...common, reading: { ...reading, parts } });
  }
  const entry = places.get(`${place.key}/{}`);
  const entryParameter = entry?.parts.at(-1)?.text ?? '';
  for (const reading of entry?.readings ?? []) {
    findings.assign({ ...common, reading: { ...reading, parts }, entryParameter });
  }
}

interface Owner {
  readonly draft: Draft;
  readonly idParameter: string;
}

function ownerOf({ items }: Drafts, { parts }: Place): Owner | undefined {
  if (parts.at(-1)?.kind !== 'word') return undefined;
  const item = items.get(keyOf(parts.slice(0, -1)));
  const idParameter = parts.at(-2)?.text;
  if (item === undefined || idParameter === undefined) return undefined;
  const isById = item.id.idProperty === item.draft.id.idProperty;
  return isById ? { draft: item.draft, idParameter } : undefined;
}

// The member that is called as the path ends and holds a list of objects.
function memberOf(schemas: SchemaReader, { row }: Draft, { parts }: Place): string | undefined {
  const name = propertyNamed(row, foldName(parts.at(-1)?.text ?? ''));
  const schema = name === undefined ? undefined : row.properties.get(name);
  if (schema === undefined || !isArray(schemas, schema)) return undefined;
  const items = itemSchema(schemas.resolve(mainBranch(schemas, schema)));
  return items !== undefined && hasProperties(schemas, mainBranch(schemas, items))
    ? name
    : undefined;
}

function namesMany(schemas: SchemaReader, reading: Reading | undefined, { parts }: Place): boolean {
  const schema = reading?.operation.api.requestBody?.content[0]?.schema;
  const word = foldName(parts.at(-1)?.text ?? '');
  return branchesOf(schemas, schema).some((branch) => {
    const { properties } = schemas.shapeOf(branch);
    const lists = [...properties].filter(([, member]) => isArray(schemas, member));
    return lists.some(([name]) => word.endsWith(foldName(name))) && properties.size <= 2;
  });
}

function branchesOf(schemas: SchemaReader, schema: JsonSchema | undefined): readonly JsonSchema[] {
  const { anyOf, oneOf } = schemas.resolve(schema);
  const parts: readonly JsonValue[] = [anyOf, oneOf].find(Array.isArray) ?? [];
  return [schema ?? {}, ...parts.map((part) => asSchema(part) ?? {})];
}
