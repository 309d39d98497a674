import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import type { Collection } from '../../../infer/collection.ts';
import type { Role } from '../../../infer/role.ts';
import { asTexts, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import { exampleRows } from '../../../state/example-rows.ts';
import { scopeValues } from '../../../state/row-group.ts';
import { propertiesOf } from '../row-properties.ts';

/** Which row is meant. */
export interface RowName {
  readonly id: string;
  /** As `scopeKey` writes it. */
  readonly scope: string;
}

/** How a member of a row is put together: texts, and between them places in the row's own path. */
interface Address {
  readonly name: string;
  readonly pieces: readonly (string | number)[];
  /** Whether it leads to the API itself, so that it begins where the API is. */
  readonly isApi: boolean;
}

const plans = new WeakMap<Collection, readonly Address[]>();

/**
 * The members of a row that are made of its path: addresses such as `html_url`, `issues_url` and
 * names such as `full_name`, in the form in which the document's example has them.
 *
 * @param base - Gives where the API is: origin and base path.
 * @returns Absent when it has none.
 */
export function ownAddresses(
  core: Core,
  collection: Collection,
  { row, base }: { readonly row: RowName; readonly base: () => string },
): JsonObject | undefined {
  const plan = keepIn(plans, collection, () => readPlan(core, collection));
  if (plan.length === 0) return undefined;
  const home = base();
  const values = [...scopeValues(row.scope), row.id];
  const members = plan.map(({ name, pieces, isApi }): [string, string] => {
    const text = pieces
      .map((piece) => (typeof piece === 'number' ? values[piece] : piece))
      .join('');
    return [name, isApi ? home + text : text];
  });
  return Object.fromEntries(members);
}

/**
 * The same with the numbers of a path in the places where the example has others: a comment that is
 * made below `/issues/3` shows `/issues/3`.
 *
 * @param operation - Whose path it is.
 * @param values - What stands in it, by parameter.
 */
export function withPathNumbers(
  members: JsonObject,
  operation: Pick<Operation, 'path'>,
  values: ReadonlyMap<string, JsonValue>,
): JsonObject {
  const found = placesIn(operation).flatMap(({ form, name }) => {
    const value = String(values.get(name) ?? '');
    return /^\d+$/.test(value) ? [{ form, value }] : [];
  });
  if (found.length === 0) return members;
  const shown = Object.entries(members).map(([name, member]): [string, JsonValue] => {
    if (typeof member !== 'string') return [name, member];
    return [
      name,
      found.reduce((text, { form, value }) => text.replace(form, `$1${value}`), member),
    ];
  });
  return Object.fromEntries(shown);
}

/** A parameter of a path, with the word before it. */
interface PathPlace {
  readonly form: RegExp;
  readonly name: string;
}

const places = new WeakMap<object, readonly PathPlace[]>();

function placesIn(operation: Pick<Operation, 'path'>): readonly PathPlace[] {
  let found = places.get(operation);
  if (found === undefined) {
    const parameters = operation.path.matchAll(/(\/\w+\/)\{([^{}]+)\}/g);
    found = [...parameters].map(([, before, name = '']) => ({
      ...{ form: new RegExp(`(${before})\\d+(?![^/?#])`), name },
    }));
    places.set(operation, found);
  }
  return found;
}

function readPlan(core: Core, collection: Collection): readonly Address[] {
  const { schemas } = core;
  const texts = shownTexts(core, collection);
  const values = shownPath(core, collection, texts);
  if (values === undefined) return [];
  const { properties } = propertiesOf(schemas, collection.schema);
  const found: Address[] = [];
  for (const [name, text] of texts) {
    const { enum: choices } = schemas.resolve(properties.get(name));
    const isOwn = name !== collection.idProperty && choices === undefined;
    const address = isOwn ? readAddress(core, { name, text, values }) : undefined;
    if (address !== undefined) found.push(address);
  }
  return found;
}

// What the document's example of a row has, else the examples of its properties.
function shownTexts(core: Core, collection: Collection): ReadonlyMap<string, string> {
  const [example = {}] = exampleRows(core, collection);
  const texts = new Map<string, string>();
  for (const [name, schema] of propertiesOf(core.schemas, collection.schema).properties) {
    const shown = ownValue(example, name) ?? exampleOf(core, schema);
    if (typeof shown === 'string' && shown.includes('/')) texts.set(name, shown);
  }
  return texts;
}

function exampleOf({ schemas }: Core, schema: JsonSchema): unknown {
  const { example, examples } = schemas.resolve(schema);
  return example ?? asTexts(examples)[0];
}

// The path of the example itself: what stands in an address at the places of its parameters.
function shownPath(
  { collections, operations }: Core,
  collection: Collection,
  texts: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  for (const [id, role] of collections.roles) {
    if (role.collection !== collection || !readsById(role)) continue;
    const parts = (operations.get(id)?.path ?? '').split('/').slice(1);
    const found = [...texts.values()].map((text) => match(parts, text));
    const values = found.find((one) => one?.length === collection.scope.length + 1);
    if (values !== undefined) return values;
  }
  return undefined;
}

function readsById({ verb, idParameter, idProperty, scope, collection }: Role): boolean {
  const isById = verb === 'get' && idParameter !== undefined && idProperty === undefined;
  return isById && scope.length === collection.scope.length;
}

const isAddress = /^https?:\/\/[^/]/;

function match(parts: readonly string[], text: string): readonly string[] | undefined {
  const segments = text
    .replace(/[?#].*$/s, '')
    .split('/')
    .slice(3)
    .slice(-parts.length);
  if (segments.length < parts.length) return undefined;
  const values: string[] = [];
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? '';
    if (/^\{[^{}]*\}$/.test(part) && segment !== '' && !segment.includes('{')) values.push(segment);
    else if (part !== segment) return undefined;
  }
  return values;
}

interface Shown {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

function readAddress({ model }: Core, { name, text, values }: Shown): Address | undefined {
  const server = String(model.servers[0]?.url ?? '').replace(/\/$/, '');
  // Documents are careless about `http` and `https`.
  const bare = (url: string): string => url.replace(/^https?:/, '');
  const isApi = server !== '' && bare(text).startsWith(`${bare(server)}/`);
  const pieces = cut(isApi ? bare(text).slice(bare(server).length) : text, values);
  const isName = pieces.every((piece, at) => (at % 2 === 0 ? /^\/?$/ : /./).test(String(piece)));
  const isWhole = pieces.length === 2 * values.length + 1;
  if (
    pieces.length === 1 ||
    !(isAddress.test(text) || /_url$|^git/.test(name) || (isName && isWhole))
  )
    return undefined;
  return { name, pieces, isApi };
}

// The values of the path in their order, each where it stands by itself.
function cut(text: string, values: readonly string[]): readonly (string | number)[] {
  const pieces: (string | number)[] = [];
  let from = 0;
  for (const [at, value] of values.entries()) {
    const start = findAlone(text, value, from);
    if (start === -1) break;
    pieces.push(text.slice(from, start), at);
    from = start + value.length;
  }
  return [...pieces, text.slice(from)];
}

function findAlone(text: string, value: string, from: number): number {
  for (let at = text.indexOf(value, from); at !== -1; at = text.indexOf(value, at + 1)) {
    const [before = '/', after = '/'] = [text[at - 1], text[at + value.length]];
    const isOfHost = /^[a-z+]+:\/\/[^/]*$/.test(text.slice(0, at));
    if (/[/:=]/.test(before) && /[/.:?#{&]/.test(after) && !isOfHost) return at;
  }
  return -1;
}
