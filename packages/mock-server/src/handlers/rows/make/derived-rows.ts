import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import type { Collection } from '../../../infer/collection.ts';
import { asObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { referencesByName } from '../../../schema/references.ts';
import { madeByClient, type Row, scopeKey } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { keepInStep } from '../change/keep-in-step.ts';
import { propertiesOf } from '../row-properties.ts';
import { adaptValue, wishFor } from './adapt-value.ts';
import { newId, shownId } from './row-id.ts';

/** Rows that nobody makes, and that come of others: the lines of an invoice, of invoice items. */
interface Derivation {
  readonly lines: Collection;
  /** The property of a line that names what it comes of. */
  readonly source: string;
  readonly parent: Collection;
  /** The property of that which names whose lines they are. */
  readonly owner: string;
}

const none: readonly Derivation[] = [];
const kept = new WeakMap<Collection, readonly Derivation[]>();

/** Makes the rows that come of a new row. */
export function deriveRows(call: Call, collection: Collection, row: Row): void {
  const known = keepIn(kept, collection, () => readDerivations(call.core, collection));
  for (const derivation of known) derive(call, derivation, { collection, row });
}

function readDerivations(core: Core, collection: Collection): readonly Derivation[] {
  const owners = [...referencesByName(core, collection)];
  const found = owners.flatMap(([owner, { to: parent }]) =>
    [...core.collections.byName.values()].flatMap((lines) => {
      const isBelow = lines.scope.length === 1 && lines.scope[0]?.parent === parent.name;
      if (lines === collection || !isBelow || isMade(core, lines)) return [];
      const [source] =
        [...referencesByName(core, lines)].find(([, { to }]) => to === collection) ?? [];
      return source === undefined ? [] : [{ lines, source, parent, owner }];
    }),
  );
  return found.length === 0 ? none : found;
}

function isMade({ collections }: Core, lines: Collection): boolean {
  return [...collections.roles.values()].some(
    ({ collection, verb }) => collection === lines && (verb === 'create' || verb === 'replace'),
  );
}

function derive(
  call: Call,
  { lines, source, parent, owner }: Derivation,
  { collection, row }: { readonly collection: Collection; readonly row: Row },
): void {
  const { core, mode } = call;
  const id = ownValue(row.data, owner);
  if (typeof id !== 'string' || core.worlds.table(mode, parent.name).get(id) === undefined) return;
  const scope = scopeKey([id]);
  const rows = core.worlds.table(mode, lines.name).within(scope);
  const own = newId({ core, collection: lines, rows, body: {} });
  const given: JsonObject = {
    ...shared(call, lines, { data: row.data, noun: collection.noun }),
    ...{ [lines.idProperty]: shownId(core, lines, own), [source]: row.id },
  };
  const made = asObject(
    core.data?.make(lines.schema, { ...wishFor(call), given, optional: 'none' }),
  );
  if (core.validators.check(lines.schema, made, 'response').length > 0) return;
  const line = rows.insert(own, made, { [madeByClient]: true });
  keepInStep(call, lines, { before: undefined, after: line });
}

// What both have; where a line says of what kind it is, it is of that of its source.
function shared(
  call: Call,
  { schema, idProperty }: Collection,
  { data, noun }: { readonly data: JsonObject; readonly noun: string },
): JsonObject {
  const { schemas } = call.core;
  const members: [string, JsonValue][] = [];
  for (const [name, property] of propertiesOf(schemas, schema).properties) {
    const { enum: choices } = schemas.resolve(property);
    const isKind = Array.isArray(choices) && choices.includes(noun);
    const value = isKind ? noun : ownValue(data, name);
    const shown = value === undefined ? undefined : adaptValue(call, property, value);
    if (shown !== undefined && name !== idProperty) members.push([name, shown]);
  }
  return Object.fromEntries(members);
}
