import type { JsonSchema, JsonValue } from '@product/spec-model';
import { notFound, type Outcome, problem } from '../../exchange/outcome.ts';
import { foldName } from '../../infer/fold-name.ts';
import type { ListShape, PageFact } from '../../infer/role.ts';
import { mainBranch } from '../../infer/row-kind.ts';
import { asObject, isObject, ownValue } from '../../model/json-read.ts';
import { itemSchema } from '../../schema/schema-shape.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { touch } from './change/change-row.ts';
import { saveRow } from './change/save-row.ts';
import { findRow } from './find/find-row.ts';
import { type Naming, namingOf, showEntry } from './find/named-rows.ts';
import type { Place } from './find/place.ts';
import { propertiesOf } from './row-properties.ts';
import { envelopeOf, fillEnvelope } from './show/envelope.ts';
import { answerRow, hasContent, showRow } from './show/show-row.ts';

/**
 * Reads or changes what a member of a row holds: the labels of an issue. `GET` lists it, `POST` adds
 * what the body names, `PUT` puts that in its place, `DELETE` takes away what the path or the body
 * names, else all.
 */
export function serveMembers(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const holding = openMember(call, found);
  const next = changed(call, holding);
  if (next === undefined) return notFound(holding.member, wantedEntry(call, holding));
  if (next === holding.entries) return answer(call, holding, { row: found.row, entries: next });
  const data = { ...found.row.data, [holding.member]: next };
  const { place, row } = found;
  const kept = saveRow(call, place, {
    row,
    data: { ...data, ...touch(call, place.collection.schema, data) },
  });
  if (kept === undefined) {
    return problem(409, { code: 'already_exists', detail: 'There is a row with this id already.' });
  }
  emitEvents(call, kept.data);
  return answer(call, holding, { row: kept, entries: next });
}

/** A member of a row that holds others. */
interface Holding {
  readonly place: Place;
  readonly row: Row;
  readonly member: string;
  readonly entries: readonly JsonValue[];
  readonly naming: Naming;
}

function openMember(call: Call, { row, place }: { row: Row; place: Place }): Holding {
  const { schemas } = call.core;
  const { member = '' } = place.role;
  const held = ownValue(row.data, member);
  const naming = namingOf(call.core, place.collection, member);
  const schema = propertiesOf(schemas, place.collection.schema).properties.get(member) ?? {};
  const items = itemSchema(schemas.resolve(mainBranch(schemas, schema))) ?? {};
  const object = mainBranch(schemas, items);
  const byId: Naming = {
    among: [],
    by: idOf([...schemas.shapeOf(object).properties.keys()]),
    object,
    isList: true,
  };
  const entries = Array.isArray(held) ? held : [];
  return { place, row, member, entries, naming: naming ?? byId };
}

const idOf = (names: readonly string[]): string =>
  names.find((name) => name === 'id') ?? names.find((name) => /id$/i.test(name)) ?? names[0] ?? '';

// Absent when the entry that the path names is not there; the same list when it stays as it is.
function changed(call: Call, holding: Holding): readonly JsonValue[] | undefined {
  const { entries, place } = holding;
  const { method } = call.operation;
  const isOne = place.role.entryParameter !== undefined;
  const named = isOne ? [wantedEntry(call, holding)] : undefined;
  const isThere = named?.every((name) => entries.some((one) => nameOf(holding, one) === name));
  if (method === 'GET' || method === 'HEAD') return isThere === false ? undefined : entries;
  if (method === 'DELETE') {
    if (isThere === false) return undefined;
    const gone = named ?? sentEntries(call, holding)?.map((one) => nameOf(holding, one));
    return gone === undefined ? [] : entries.filter((one) => !gone.includes(nameOf(holding, one)));
  }
  const sent = shownEntries(call, holding, named ?? sentEntries(call, holding) ?? []);
  return method === 'PUT' && !isOne ? sent : joined(holding, sent);
}

function wantedEntry({ input }: Call, { place }: Holding): string {
  return String(input.path.get(place.role.entryParameter ?? '') ?? '');
}

function nameOf({ naming }: Holding, entry: JsonValue): string {
  return String(isObject(entry) ? ownValue(entry, naming.by) : entry);
}

// What the body names: it is the list, has it under the member's name or an ending of it, or is one.
function sentEntries({ input }: Call, holding: Holding): readonly JsonValue[] | undefined {
  const { body } = input;
  if (Array.isArray(body)) return body;
  const word = foldName(holding.member);
  const members = Object.entries(asObject(body));
  const list = members.find(
    ([name, value]) => Array.isArray(value) && word.endsWith(foldName(name)),
  );
  if (list !== undefined && Array.isArray(list[1])) return list[1];
  return ownValue(asObject(body), holding.naming.by) === undefined ? undefined : [asObject(body)];
}

function shownEntries(
  call: Call,
  { naming, row }: Holding,
  sent: readonly JsonValue[],
): readonly JsonValue[] {
  return sent.flatMap((one) => showEntry(call, { naming, owner: row }, one) ?? []);
}

function joined(holding: Holding, sent: readonly JsonValue[]): readonly JsonValue[] {
  const names = new Set(holding.entries.map((one) => nameOf(holding, one)));
  return [...holding.entries, ...sent.filter((one) => !names.has(nameOf(holding, one)))];
}

interface After {
  readonly row: Row;
  readonly entries: readonly JsonValue[];
}

function answer(call: Call, { place, ...holding }: Holding, { row, entries }: After): Outcome {
  const { operation, core } = call;
  const status = operation.successStatus;
  if (!hasContent(call, status)) return { status };
  const { list, entryParameter } = place.role;
  const { collection } = place;
  if (list === undefined) {
    const name = wantedEntry(call, { place, ...holding });
    const one = entries.find((entry) => nameOf({ place, ...holding }, entry) === name);
    const schema = entryParameter === undefined ? undefined : answered(call);
    if (schema === undefined || !isObject(one)) return answerRow(call, row);
    return { status, body: showRow(call, { collection, schema }, one) };
  }
  const envelope = envelopeOf(call, list, collection);
  const rows = pageOf(call, list, entries).map((one) =>
    isObject(one) ? showRow(call, { collection, schema: envelope.items }, one) : one,
  );
  const factOf = (fact: PageFact): JsonValue => factsOf(fact, entries.length);
  return { status, body: fillEnvelope(core, envelope, { rows, factOf }) };
}

function answered({ operation }: Call): JsonSchema | undefined {
  const content = operation.responseFor(operation.successStatus)?.content ?? [];
  return content.find(({ mediaType }) => /[/+]json\b/.test(mediaType))?.schema;
}

function factsOf(fact: PageFact, count: number): JsonValue {
  if (fact === 'total' || fact === 'count') return count;
  return fact === 'has-more' ? false : null;
}

// What a row holds is short: pages are cut by number where the document has them, else it is one.
function pageOf(
  { input }: Call,
  { paging }: ListShape,
  entries: readonly JsonValue[],
): readonly JsonValue[] {
  if (paging?.style !== 'page') return entries;
  const size = Number(input.query.get(paging.limit?.name ?? '') ?? paging.limit?.fallback ?? 0);
  const page = Number(input.query.get(paging.page) ?? paging.firstPage) - paging.firstPage;
  return size > 0 && page >= 0 ? entries.slice(page * size, (page + 1) * size) : entries;
}
