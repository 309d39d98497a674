import type { JsonObject, JsonValue } from '@product/spec-model';
import type { DataMaker, Wish } from '../../data/data-maker.ts';
import { asObject, ownValue } from '../../model/json-read.ts';
import { completeRow } from '../../schema/complete-row.ts';
import { referencesByName } from '../../schema/references.ts';
import { scopeValues } from '../../state/row-group.ts';
import type { Call } from '../handler.ts';
import { adaptValue, wishFor } from './adapt-value.ts';
import { instantValue } from './change-row.ts';
import { itemUrl } from './item-address.ts';
import type { Place } from './place.ts';
import { shownId } from './row-id.ts';
import { type PropertyPlan, planRow } from './row-plan.ts';
import { takesOthers } from './row-properties.ts';
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
  const known = { ...sent.body, ...own };
  const { data: maker } = core;
  if (maker === undefined) {
    return completeRow({ schemas: core.schemas, row: schema, sent: sending }, known, now);
  }
  const plan = planRow(core.schemas, collection, sending);
  const begun = beginRow({ call, place, sent, maker }, plan, known);
  const named = namesOf(plan);
  const others = Object.entries(takesOthers(core, schema) ? known : own);
  const row = Object.fromEntries([...begun.given, ...others.filter(([name]) => !named.has(name))]);
  const isWhole = begun.lacking.size === 0;
  if (isWhole && core.validators.check(schema, row, 'response').length === 0) return row;
  const lookUp = lookUpIn(call, place);
  const wish: Wish = { ...wishFor(call), lookUp, given: row, only: begun.lacking };
  return asObject(maker.make(schema, wish) ?? row);
}

const names = new WeakMap<readonly PropertyPlan[], ReadonlySet<string>>();

function namesOf(plan: readonly PropertyPlan[]): ReadonlySet<string> {
  const known = names.get(plan) ?? new Set(plan.map(({ name }) => name));
  names.set(plan, known);
  return known;
}

function beginRow(
  beginning: Beginning,
  plan: readonly PropertyPlan[],
  known: JsonObject,
): { readonly given: readonly [string, JsonValue][]; readonly lacking: ReadonlySet<string> } {
  const given: [string, JsonValue][] = [];
  const lacking = new Set<string>();
  for (const property of plan) {
    const asked = ownValue(known, property.name);
    const shown =
      asked === undefined ? undefined : adaptValue(beginning.call, property.schema, asked);
    const value = shown ?? begin(beginning, property);
    if (value !== undefined) given.push([property.name, value]);
    else if (property.origin !== 'absent') lacking.add(property.name);
  }
  return { given, lacking };
}

interface Beginning {
  readonly call: Call;
  readonly place: Place;
  readonly sent: Sent;
  readonly maker: DataMaker;
}

// What is known of a property at once; the maker of data fills in what is not.
function begin(
  { call, place, sent, maker }: Beginning,
  { name, schema, origin, first }: PropertyPlan,
): JsonValue | undefined {
  const { core, now } = call;
  const fits = (value: JsonValue): boolean =>
    core.validators.check(schema, value, 'response').length === 0;
  const drawn = (): JsonValue | undefined =>
    maker.make(schema, { ...wishFor(call), name, examples: false });
  switch (origin) {
    case 'known':
      return first;
    case 'absent':
    case 'made':
      return undefined;
    case 'now': {
      const at = instantValue(core.schemas, { name, property: schema }, now);
      return fits(at) ? at : drawn();
    }
    case 'path':
      return [...scopeValues(sent.scope), sent.id].join('/');
    case 'address': {
      const url = itemUrl(call, place.collection, sent);
      return fits(url) ? url : undefined;
    }
    case 'drawn': {
      const reference = lookUpIn(call, place)?.(name, schema);
      if (reference !== undefined && fits(reference)) return reference;
      const isNumber = core.schemas.typesOf(schema).includes('integer');
      const number = isNumber ? 1 + core.random.below(2 ** 31 - 1) : undefined;
      return number !== undefined && fits(number) ? number : drawn();
    }
  }
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
