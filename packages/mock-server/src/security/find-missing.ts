import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { Input } from '../exchange/input.ts';
import type { FieldError } from '../exchange/outcome.ts';
import { findByComponent, holdsRows } from '../handlers/rows/find/find-by-component.ts';
import { propertiesOf } from '../handlers/rows/row-properties.ts';
import type { Collection } from '../infer/collection.ts';
import type { Role } from '../infer/role.ts';
import { atPointer, isObject } from '../model/json-read.ts';
import { defaultMode } from '../model/key-policy.ts';
import type { Operation } from '../model/operation.ts';
import { referencesByName } from '../schema/references.ts';
import { escapeToken } from '../schema/schema-fault.ts';
import { asSchema, itemSchema } from '../schema/schema-shape.ts';
import { variantsOf } from '../schema/variants.ts';

// Deeper than requests name other rows.
const maxDepth = 5;

/** The references of a request to rows that do not exist, in its body and in its query. */
export function findMissing(
  exchange: Exchange,
  operation: Operation,
  input: Input,
): readonly FieldError[] {
  const { core, caller } = exchange;
  const role = core.collections.roles.get(operation.id);
  if (role === undefined || operation.handlerName !== undefined) return [];
  const search: Search = { core, mode: caller?.mode ?? defaultMode(core.keyPolicy), errors: [] };
  for (const [name, value] of input.query) {
    const noun =
      role.verb === 'list' ? missingNoun(search, role.collection, { name, value }) : undefined;
    if (noun !== undefined) {
      search.errors.push({ ...fault(noun, value), parameter: name, in: 'query' });
    }
  }
  searchRow(search, role, input.body);
  return search.errors;
}

interface Search extends Pick<Exchange, 'core'> {
  readonly mode: Parameters<typeof findByComponent>[0]['mode'];
  readonly errors: FieldError[];
}

interface Member {
  readonly name: string;
  readonly value: JsonValue | undefined;
}

function searchRow(
  search: Search,
  { collection, bodyPointer = '' }: Role,
  body: Input['body'],
): void {
  const row = atPointer(body, bodyPointer);
  for (const one of Array.isArray(row) ? row : [row]) {
    if (!isObject(one)) continue;
    for (const [name, value] of Object.entries(one)) {
      const pointer = `${bodyPointer}/${escapeToken(name)}`;
      const noun = missingNoun(search, collection, { name, value });
      if (noun !== undefined) search.errors.push({ ...fault(noun, value), pointer });
      else if (typeof value === 'object')
        searchBelow(
          search,
          { pointer, value, depth: 1 },
          propertyOf(search, collection.schema, name),
        );
    }
  }
}

interface Below {
  readonly pointer: string;
  readonly value: JsonValue;
  readonly depth: number;
}

// Objects in a row name rows where their schema allows for the whole row in the place of its id.
function searchBelow(
  search: Search,
  { pointer, value, depth }: Below,
  schema: JsonSchema | undefined,
): void {
  if (schema === undefined || depth > maxDepth) return;
  if (typeof value === 'string') {
    const noun = lacks(search, schema, value);
    if (noun !== undefined) search.errors.push({ ...fault(noun, value), pointer });
    return;
  }
  if (Array.isArray(value)) {
    const items = itemsOf(search, schema);
    for (const [at, one] of value.entries()) {
      searchBelow(search, { pointer: `${pointer}/${at}`, value: one, depth: depth + 1 }, items);
    }
    return;
  }
  for (const [name, inner] of Object.entries(isObject(value) ? value : {})) {
    const below = { pointer: `${pointer}/${escapeToken(name)}`, value: inner, depth: depth + 1 };
    searchBelow(search, below, propertyOf(search, schema, name));
  }
}

function missingNoun(
  search: Search,
  collection: Collection,
  { name, value }: Member,
): string | undefined {
  const { core, mode } = search;
  if (typeof value !== 'string' || value === '') return undefined;
  const property = propertyOf(search, collection.schema, name);
  if (property !== undefined && holdsRows(core, property)) return lacks(search, property, value);
  const to = referencesByName(core, collection).get(name)?.to;
  return to === undefined || core.worlds.table(mode, to.name).get(value) !== undefined
    ? undefined
    : to.noun;
}

function lacks({ core, mode }: Search, schema: JsonSchema, id: string): string | undefined {
  if (id === '' || findByComponent({ core, mode }, schema, id) !== undefined) return undefined;
  return holdsRows(core, schema)?.noun;
}

function propertyOf({ core }: Search, schema: JsonSchema, name: string): JsonSchema | undefined {
  for (const variant of variantsOf(core.schemas, schema)) {
    const property = propertiesOf(core.schemas, variant).properties.get(name);
    if (property !== undefined) return property;
  }
  return undefined;
}

// Of an array, or of a list in its envelope, as rows show what is sent as an array.
function itemsOf({ core }: Search, schema: JsonSchema): JsonSchema | undefined {
  for (const variant of variantsOf(core.schemas, schema)) {
    const own = itemSchema(variant);
    if (own !== undefined) return own;
    for (const property of core.schemas.shapeOf(variant).properties.values()) {
      const items = itemSchema(core.schemas.resolve(property));
      if (items !== undefined) return asSchema(items);
    }
  }
  return undefined;
}

function fault(
  noun: string,
  value: JsonObject[string] | undefined,
): Pick<FieldError, 'code' | 'message'> {
  return { code: 'not_found', message: `There is no ${noun} with the id ${String(value)}.` };
}
