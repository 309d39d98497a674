import type { Extensions } from '@product/spec-model';
import type { ListRules } from '../model/list-rules.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { applyWishes } from './apply-wishes.ts';
import { assignBulk } from './assign-bulk.ts';
import { assignCalls } from './assign-calls.ts';
import { assignCreators } from './assign-creators.ts';
import { assignItems } from './assign-items.ts';
import { assignLists } from './assign-lists.ts';
import { assignMembers } from './assign-members.ts';
import { assignOthers } from './assign-others.ts';
import { Findings } from './assignment.ts';
import { buildRoles } from './build-roles.ts';
import type { Collection } from './collection.ts';
import { draftCollections } from './draft.ts';
import { readWishes } from './read-wishes.ts';
import type { Role } from './role.ts';
import { surveyPlaces } from './survey.ts';

/** Collections by path and the parts that operations play, inferred from paths, methods and schemas. */
export interface Collections {
  readonly byName: ReadonlyMap<string, Collection>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Why an operation has no part, by its id: the end of a sentence, for `product-mock inspect`. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What collections are inferred from. */
export interface InferenceSource {
  readonly operations: readonly Operation[];
  readonly schemas: SchemaReader;
  /** The document's own word on paging. */
  readonly lists: ListRules;
  /** `x-` fields of the document's root. */
  readonly extensions: Extensions;
}

const wishedAway = 'The field x-mock-role says that it has no part.';
const unknownMethod = 'What its method does to rows is not known.';

/**
 * Infers what each operation does to which rows.
 *
 * @remarks Nothing is compiled and no schema is followed deeper than an envelope: a document of 1,100
 * operations takes a tenth of a second. What the document itself says, `x-mock-role` and
 * `x-mock-collections`, is put in the place of what was inferred last.
 * @throws {@link MockError} with code `invalid_model` for an `x-mock-` field that cannot be.
 */
export function inferCollections(source: InferenceSource): Collections {
  const { schemas, lists, extensions } = source;
  const wishes = readWishes(source.operations, extensions);
  const operations = source.operations.filter((one) => wishes.roles.get(one) !== false);
  const places = surveyPlaces(schemas, operations);
  const found = draftCollections(schemas, places);
  const findings = new Findings();
  const ground = { schemas, places, found, findings };
  assignMembers(ground);
  assignItems(found, places, findings);
  const rest = { ...ground, places: assignCalls(ground) };
  assignLists(rest);
  assignCreators(rest);
  assignBulk(rest);
  assignOthers(rest);
  applyWishes(ground, wishes);
  for (const { id } of source.operations) {
    if (!findings.assigned.has(id) && !findings.reasons.has(id)) {
      const isAsked = operations.some((one) => one.id === id);
      findings.reasons.set(id, isAsked ? unknownMethod : wishedAway);
    }
  }
  return { ...buildRoles({ ...ground, lists, operations }), reasons: findings.reasons };
}
