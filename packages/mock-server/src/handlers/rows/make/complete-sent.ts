import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { DataMaker, Wish } from '../../../data/data-maker.ts';
import type { Collection } from '../../../infer/collection.ts';
import { asObject, isObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { type ObjectDraft, setMember } from '../../../model/set-member.ts';
import { completeRow } from '../../../schema/complete-row.ts';
import { referencesByName } from '../../../schema/references.ts';
import { scopeValues } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { holdsMembers, takesOthers } from '../row-properties.ts';
import { itemUrl } from '../show/item-address.ts';
import { adaptValue, wishFor } from './adapt-value.ts';
import { planFor } from './kind-plan.ts';
import { shownId } from './row-id.ts';
import type { PropertyPlan } from './row-plan.ts';
import { sentSchema } from './sent-row.ts';

/** What was sent of a new row, and what is known of it besides. */
export interface Sent {
  readonly body: JsonObject;
  readonly id: string;
  /** Whose it is, as `scopeKey` writes it. */
  readonly scope: string;
}

/** A row of what was sent, with the fields that only the server gives. */
export function completeSent(call: Call, place: Place, sent: Sent): JsonObject {
  const { core, now, operation } = call;
  const { collection, role } = place;
  const { idProperty, schema } = collection;
  const own: JsonObject =
    idProperty === '' ? {} : { [idProperty]: shownId(core, collection, sent.id) };
  const sending = sentSchema(core.schemas, operation, role);
  const { data: maker } = core;
  if (maker === undefined) {
    const known = { ...sent.body, ...own };
    return completeRow({ schemas: core.schemas, row: schema, sent: sending }, known, now);
  }
  const known = { body: sent.body, own };
  const plan = planFor(core.schemas, collection, { body: sent.body, schema: sending });
  const begun = beginRow({ call, place, sent, maker }, plan, known);
  addOthers(begun.row, { plan, known, all: takesOthers(core, schema) });
  const isWhole = begun.lacking.size === 0;
  if (isWhole && core.validators.check(schema, begun.row, 'response').length === 0) {
    return begun.row;
  }
  const lookUp = lookUpIn(call, place);
  const wish: Wish = { ...wishFor(call), lookUp, given: begun.row, only: begun.lacking };
  return asObject(maker.make(schema, wish) ?? begun.row);
}

/** What is known of a row; what it has of its own counts before what was sent. */
interface Known {
  readonly body: JsonObject;
  readonly own: JsonObject;
}

// What the schema of the row does not name.
function addOthers(
  row: ObjectDraft,
  { plan, known, all }: { plan: readonly PropertyPlan[]; known: Known; all: boolean },
): void {
  const named = namesOf(plan);
  const others = all ? { ...known.body, ...known.own } : known.own;
  for (const name of Object.keys(others)) {
    if (!named.has(name)) setMember(row, name, others[name]);
  }
}

const names = new WeakMap<readonly PropertyPlan[], ReadonlySet<string>>();

function namesOf(plan: readonly PropertyPlan[]): ReadonlySet<string> {
  return keepIn(names, plan, () => new Set(plan.map(({ name }) => name)));
}

function beginRow(
  beginning: Beginning,
  plan: readonly PropertyPlan[],
  known: Known,
): { readonly row: ObjectDraft; readonly lacking: ReadonlySet<string> } {
  const begun = keepIn(moulds, plan, () => new Map<string, JsonObject>());
  const names = Object.keys(known.body).join();
  const mould = begun.get(names);
  const row: ObjectDraft = { ...mould };
  const lacking = new Set<string>();
  for (const property of plan) {
    const value = beginMember(beginning, property, known);
    if (value !== undefined) setMember(row, property.name, value);
    else {
      if (mould !== undefined) Reflect.deleteProperty(row, property.name);
      if (property.origin !== 'absent') lacking.add(property.name);
    }
  }
  if (mould === undefined && begun.size < maxMoulds) begun.set(names, { ...row });
  return { row, lacking };
}

// Rows of which the same was sent have the same members. A copy of one has room for all of them at
// once, where one that grows member by member is moved again and again.
const moulds = new WeakMap<readonly PropertyPlan[], Map<string, JsonObject>>();
const maxMoulds = 50;

// What was sent, in the form in which rows show it, else what a row begins with.
function beginMember(
  beginning: Beginning,
  property: PropertyPlan,
  { body, own }: Known,
): JsonValue | undefined {
  const asked = ownValue(own, property.name) ?? ownValue(body, property.name);
  const shown = asked === undefined ? asked : adaptValue(beginning.call, property.schema, asked);
  return shown === undefined ? begin(beginning, property) : whole(beginning, property, shown);
}

// What holds the members of a resource is completed as a row is.
function whole(beginning: Beginning, { name, schema }: PropertyPlan, shown: JsonValue): JsonValue {
  if (!holdsMembers(name) || !isObject(shown)) return shown;
  const { call, place, maker } = beginning;
  const { schemas } = call.core;
  const sent = sentSchema(schemas, call.operation, place.role);
  const sending = schemas.shapeOf(sent).properties.get(name);
  const inner = innerOf(place.collection, schema);
  const plan = planFor(schemas, inner, { body: shown, schema: sending });
  const { row, lacking } = beginRow(beginning, plan, { body: shown, own: {} });
  const members = { ...shown, ...row };
  const wish: Wish = { ...wishFor(call), given: members, only: lacking };
  return lacking.size === 0 ? members : (maker.make(schema, wish) ?? members);
}

const inners = new WeakMap<Collection, Map<JsonSchema, Collection>>();

function innerOf(collection: Collection, schema: JsonSchema): Collection {
  const { scope } = collection;
  const bySchema = keepIn(inners, collection, () => new Map<JsonSchema, Collection>());
  return keepIn(bySchema, schema, () => ({ ...collection, scope, schema, idProperty: '' }));
}

interface Beginning {
  readonly call: Call;
  readonly place: Place;
  readonly sent: Sent;
  readonly maker: DataMaker;
}

// What is known of a property at once; the maker of data fills in what is not.
function begin(beginning: Beginning, property: PropertyPlan): JsonValue | undefined {
  switch (property.origin) {
    case 'known':
      return property.first;
    case 'absent':
    case 'made':
      return undefined;
    case 'now':
      return present(beginning, property);
    case 'path': {
      const { scope, id } = beginning.sent;
      return [...scopeValues(scope), id].join('/');
    }
    case 'address': {
      const { call, place, sent } = beginning;
      const url = itemUrl(call, place.collection, sent);
      return fits(call, property.schema, url) ? url : undefined;
    }
    case 'drawn':
      return draw(beginning, property);
  }
}

const fitting = new WeakMap<PropertyPlan, boolean>();

// All instants have one form, so one tells whether they fit.
function present({ call, maker }: Beginning, property: PropertyPlan): JsonValue | undefined {
  const at = property.write?.(call.now);
  if (at === undefined) return undefined;
  const fit = keepIn(fitting, property, () => fits(call, property.schema, at));
  return fit ? at : make(call, maker, property);
}

function draw({ call, place, maker }: Beginning, property: PropertyPlan): JsonValue | undefined {
  const { core } = call;
  const { name, schema } = property;
  const reference = lookUpIn(call, place)?.(name, schema);
  if (reference !== undefined && fits(call, schema, reference)) return reference;
  const isNumber = core.schemas.typesOf(schema).includes('integer');
  const number = isNumber ? 1 + core.random.below(2 ** 31 - 1) : undefined;
  return number !== undefined && fits(call, schema, number) ? number : make(call, maker, property);
}

function fits({ core }: Call, schema: JsonSchema, value: JsonValue): boolean {
  return core.validators.check(schema, value, 'response').length === 0;
}

function make(call: Call, maker: DataMaker, { name, schema }: PropertyPlan): JsonValue | undefined {
  return maker.make(schema, { ...wishFor(call), name, examples: false });
}

/** Looks up what a new row may refer to: the newest row there. */
export function lookUpIn({ core, mode }: Call, { collection }: Place): Wish['lookUp'] {
  const references = referencesByName(core, collection);
  if (references.size === 0) return undefined;
  return (name) => {
    const to = references.get(name)?.to;
    if (to === undefined) return undefined;
    const [row] = core.worlds.table(mode, to.name).newestFirst();
    return row?.data[to.idProperty];
  };
}
