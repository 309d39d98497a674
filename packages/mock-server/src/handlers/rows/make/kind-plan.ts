import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import type { Collection } from '../../../infer/collection.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { kindOf, kindsOf } from '../../../schema/kinds.ts';
import { type PropertyPlan, planRow } from './row-plan.ts';

/** A row that was sent, and the schema of what clients send. */
export interface Sending {
  readonly body: JsonObject;
  readonly schema: JsonSchema | undefined;
}

const kept = new WeakMap<Collection, Map<JsonObject, Collection>>();

/** What the properties of a new row begin with: those of its kind, where rows are of several. */
export function planFor(
  schemas: Core['schemas'],
  collection: Collection,
  { body, schema }: Sending,
): readonly PropertyPlan[] {
  const kinds = kindsOf(schemas, collection.schema);
  if (kinds === undefined) return planRow(schemas, collection, schema);
  const sent = kindsOf(schemas, schema);
  const own = ofKind(collection, kindOf(kinds, body));
  return planRow(schemas, own, sent === undefined ? schema : kindOf(sent, body));
}

// As if a collection had rows of one kind only.
function ofKind(collection: Collection, kind: JsonObject): Collection {
  const byKind = keepIn(kept, collection, () => new Map());
  return keepIn(byKind, kind, () => ({ ...collection, scope: collection.scope, schema: kind }));
}
