import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { FieldError } from '../exchange/outcome.ts';
import type { Call } from '../handlers/handler.ts';
import type { Collection } from '../infer/collection.ts';
import { asTexts } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { escapeToken } from './schema-fault.ts';
import { asSchema, componentName } from './schema-shape.ts';

/** A property that holds the id of a row elsewhere. */
export interface Reference {
  readonly property: string;
  readonly to: Collection;
  readonly nullable: boolean;
  /** Whether a row can do without it. */
  readonly optional: boolean;
  /** Whether it goes on when the row that it names is gone: the schema speaks of deleted ones. */
  readonly lasting: boolean;
}

type Source = Pick<Core, 'collections' | 'schemas'>;

const known = new WeakMap<Collection, readonly Reference[]>();

/**
 * The references that rows of a collection hold.
 *
 * @remarks A property refers to the collection whose id prefix begins its `pattern` or its examples
 * (`assignee_id`, `^user_…` → `/users`), else to the one whose rows it may hold instead of the id
 * (`anyOf: [string, Customer]`), else to the one whose noun it names (`project_id`, `projectId` →
 * `project`).
 */
export function findReferences(source: Source, collection: Collection): readonly Reference[] {
  return keepIn(known, collection, () => readReferences(source, collection));
}

function readReferences(source: Source, collection: Collection): readonly Reference[] {
  const { schemas } = source;
  const { properties, required } = schemas.shapeOf(collection.schema);
  const found: Reference[] = [];
  for (const [property, schema] of properties) {
    const to = property === collection.idProperty ? undefined : targetOf(source, property, schema);
    if (to === undefined) continue;
    found.push({
      property,
      to,
      nullable: schemas.typesOf(schema).includes('null'),
      optional: !required.has(property),
      lasting: alternativesOf(schemas, schema).some((one) => /deleted/i.test(one ?? '')),
    });
  }
  return found;
}

const maps = new WeakMap<Collection, ReadonlyMap<string, Reference>>();

/** The references that rows of a collection hold, by their properties. */
export function referencesByName(
  source: Source,
  collection: Collection,
): ReadonlyMap<string, Reference> {
  return keepIn(
    maps,
    collection,
    () => new Map(findReferences(source, collection).map((one) => [one.property, one])),
  );
}

function targetOf(
  { collections, schemas }: Source,
  property: string,
  schema: JsonSchema,
): Collection | undefined {
  const all = [...collections.byName.values()];
  const base = /^(.+?)(?:_id|Id|ID)$/.exec(property)?.[1];
  const components = alternativesOf(schemas, schema);
  const isText = schemas.typesOf(schema).some((type) => type === 'string' || type === 'integer');
  if (!isText || (base === undefined && components.length < 2)) return undefined;
  const hints = hintsOf(schemas.resolve(schema));
  const noun = base?.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[-_]/g, ' ');
  return (
    all.find(
      ({ idPrefix }) => idPrefix !== '' && hints.some((hint) => hint.startsWith(idPrefix)),
    ) ??
    all.find((one) => isRowOf(one, components)) ??
    all.find((one) => one.noun === noun?.toLowerCase())
  );
}

function isRowOf(
  { schema, isSingleton, scope }: Collection,
  components: readonly (string | undefined)[],
): boolean {
  const name = componentName(schema);
  return !isSingleton && scope.length === 0 && name !== undefined && components.includes(name);
}

// The names of the components among what a property may be; no name stands for all else.
function alternativesOf(
  schemas: Source['schemas'],
  schema: JsonSchema,
): readonly (string | undefined)[] {
  const { anyOf, oneOf } = schemas.resolve(schema);
  const parts = [anyOf, oneOf].find(Array.isArray) ?? [];
  return parts.map((part) => componentName(asSchema(part)));
}

/** What is wrong with the references among some fields: those to rows that do not exist. */
export function checkReferences(
  { core, mode }: Call,
  collection: Collection,
  fields: JsonObject,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  for (const { property, to } of findReferences(core, collection)) {
    const id = Object.hasOwn(fields, property) ? fields[property] : undefined;
    if (typeof id !== 'string' || core.worlds.table(mode, to.name).get(id) !== undefined) continue;
    errors.push({
      pointer: `/${escapeToken(property)}`,
      code: 'not_found',
      message: `There is no ${to.noun} with the id ${id}.`,
    });
  }
  return errors;
}

function hintsOf(schema: JsonObject): readonly string[] {
  const { pattern, example, examples } = schema;
  const texts = [example, ...(Array.isArray(examples) ? examples : [])];
  const start = typeof pattern === 'string' ? [pattern.replace(/^\^/, '')] : [];
  return [...start, ...asTexts(texts)];
}
