import type { JsonObject } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { FieldError } from '../exchange/outcome.ts';
import type { Call } from '../handlers/handler.ts';
import type { Collection } from '../infer/collection.ts';
import { asTexts } from '../model/json-read.ts';
import { escapeToken } from './schema-fault.ts';

/** A property that holds the id of a row elsewhere. */
export interface Reference {
  readonly property: string;
  readonly to: Collection;
  readonly nullable: boolean;
}

type Source = Pick<Core, 'collections' | 'schemas'>;

/**
 * The references that rows of a collection hold.
 *
 * @remarks A property `…_id` refers to the collection whose id prefix begins its `pattern` or its
 * examples (`assignee_id`, `^user_…` → `/users`), else to the one whose noun it names
 * (`project_id` → `project`).
 */
export function findReferences(source: Source, collection: Collection): readonly Reference[] {
  const { collections, schemas } = source;
  const found: Reference[] = [];
  for (const [property, schema] of schemas.shapeOf(collection.schema).properties) {
    if (!property.endsWith('_id')) continue;
    const hints = hintsOf(schemas.resolve(schema));
    const all = [...collections.byName.values()];
    const to =
      all.find(
        ({ idPrefix }) => idPrefix !== '' && hints.some((hint) => hint.startsWith(idPrefix)),
      ) ?? all.find(({ noun }) => `${noun.replaceAll(' ', '_')}_id` === property);
    if (to === undefined) continue;
    found.push({ property, to, nullable: schemas.typesOf(schema).includes('null') });
  }
  return found;
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
