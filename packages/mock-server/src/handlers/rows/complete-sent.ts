import type { JsonObject, JsonValue } from '@product/spec-model';
import type { DataMaker, Wish } from '../../data/data-maker.ts';
import { asObject, ownValue } from '../../model/json-read.ts';
import { completeRow } from '../../schema/complete-row.ts';
import { findReferences } from '../../schema/references.ts';
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
  const wish: Wish = { ...wishFor(call), lookUp: lookUpIn(call, place) };
  const plan = planRow(core.schemas, collection, sending);
  const given = new Map<string, JsonValue>();
  for (const property of plan) {
    const asked = ownValue(known, property.name);
    const shown = asked === undefined ? undefined : adaptValue(call, property.schema, asked);
    const value = shown === undefined ? begin({ call, place, sent, wish, maker }, property) : shown;
    if (value !== undefined) given.set(property.name, value);
  }
  const named = new Set(plan.map(({ name }) => name));
  for (const [name, value] of Object.entries(takesOthers(core, schema) ? known : own)) {
    if (!named.has(name)) given.set(name, value);
  }
  const row = Object.fromEntries(given);
  return asObject(maker.make(schema, { ...wish, given: row, optional: 'none' }) ?? row);
}

interface Beginning {
  readonly call: Call;
  readonly place: Place;
  readonly sent: Sent;
  readonly wish: Wish;
  readonly maker: DataMaker;
}

function begin(
  { call, place, sent, wish, maker }: Beginning,
  { name, schema, origin, first }: PropertyPlan,
): JsonValue | undefined {
  const { core, now } = call;
  const fits = (value: JsonValue): boolean =>
    core.validators.check(schema, value, 'response').length === 0;
  const made = (examples: boolean): JsonValue | undefined =>
    maker.make(schema, { ...wish, name, examples });
  switch (origin) {
    case 'known':
      return first;
    case 'absent':
      return undefined;
    case 'made':
      return made(true);
    case 'now': {
      const at = instantValue(core.schemas, { name, property: schema }, now);
      return fits(at) ? at : made(false);
    }
    case 'path':
      return [...scopeValues(sent.scope), sent.id].join('/');
    case 'address': {
      const url = itemUrl(call, place.collection, sent);
      return fits(url) ? url : made(true);
    }
    case 'drawn': {
      const isNumber = core.schemas.typesOf(schema).includes('integer');
      const number = isNumber ? 1 + core.random.below(2 ** 31 - 1) : undefined;
      return number !== undefined && fits(number) ? number : made(false);
    }
  }
}

/** Looks up what a new row may refer to: the newest row there. */
export function lookUpIn({ core, mode }: Call, { collection }: Place): Wish['lookUp'] {
  const references = new Map(findReferences(core, collection).map((one) => [one.property, one.to]));
  return (name) => {
    const to = references.get(name);
    if (to === undefined) return undefined;
    const [row] = core.worlds.table(mode, to.name).newestFirst();
    return row?.data[to.idProperty];
  };
}
