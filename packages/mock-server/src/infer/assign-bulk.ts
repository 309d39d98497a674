import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Ground } from './assign-lists.ts';
import type { Draft } from './draft.ts';
import { findList } from './find-rows.ts';
import { foldName, wordsOf } from './fold-name.ts';
import { keyOf, lastWord } from './read-path.ts';
import { compareRows, readRowKind } from './row-kind.ts';
import { type Place, type Reading, readingOf } from './survey.ts';

/**
 * Gives the operations that are about many rows their parts: `DELETE /tasks`, and what stands right
 * below a list, such as `/tasks/count`, `/tasks/bulk` and `/tasks/bulk-delete`.
 */
export function assignBulk(ground: Ground): void {
  const drafts = new Map(
    ground.found.drafts.filter((draft) => !draft.isSingleton).map((draft) => [draft.key, draft]),
  );
  for (const place of ground.places.values()) {
    assignList(ground, place);
    if (place.parts.at(-1)?.kind !== 'word') continue;
    const draft = drafts.get(keyOf(place.parts.slice(0, -1)));
    if (draft !== undefined) assignPlace(ground, place, draft);
  }
}

function assignList({ findings }: Ground, place: Place): void {
  const [list, query] = [readingOf(place, 'GET'), readingOf(place, 'QUERY')];
  const known = list === undefined ? undefined : findings.assigned.get(list.operation.id);
  if (known?.verb !== 'list') return;
  const { draft } = known;
  if (query?.answer.kind === 'list') {
    const because = 'QUERY answers a list of rows, chosen by its body.';
    findings.assign({ reading: query, verb: 'list', draft, because });
  }
  const remove = readingOf(place, 'DELETE');
  if (remove !== undefined && draft.key === place.key) {
    const because = 'The path names all rows, and those that are asked for are removed.';
    findings.assign({ reading: remove, verb: 'remove', draft, because });
  } else if (remove !== undefined) {
    findings.leave([remove], `it takes rows of ${draft.name} out of a list, and removes none.`);
  }
}

const counts = new Set(['count', 'total', 'size']);
const many = /^(bulk|batch|many|multiple|multi|all|deletemany|removeall)/;
const removing = /delete|remove|destroy|clear|purge/;

function assignPlace({ schemas, findings }: Ground, place: Place, draft: Draft): void {
  const word = foldName(lastWord(place.parts));
  const [get, post] = [readingOf(place, 'GET'), readingOf(place, 'POST')];
  if (get !== undefined && counts.has(word) && tellsNumber(schemas, get)) {
    const because = `It tells how many rows of ${draft.name} there are.`;
    findings.assign({ reading: get, verb: 'count', draft, because });
  }
  const isBulk = many.test(word) || wordsOf(lastWord(place.parts)).some((one) => many.test(one));
  if (!isBulk) return;
  const remove = readingOf(place, 'DELETE') ?? (removing.test(word) ? post : undefined);
  if (remove !== undefined) {
    const because = `It removes those rows of ${draft.name} that are asked for.`;
    findings.assign({ reading: remove, verb: 'remove', draft, because });
  }
  const made = post === undefined ? undefined : sendsMany(schemas, post, draft);
  if (made === undefined) return;
  const because = `It takes several rows as those of ${draft.name}, and makes new ones.`;
  findings.assign({ reading: made, verb: 'create', draft, because });
}

// A number by itself, or an object with one number in it.
function tellsNumber(schemas: SchemaReader, { answer }: Reading): boolean {
  const isNumber = (types: readonly string[]): boolean =>
    types.includes('integer') || types.includes('number');
  if (answer.kind === 'other') {
    const types = schemas.typesOf(answer.schema);
    return answer.schema === undefined || isNumber(types);
  }
  if (answer.kind !== 'row') return false;
  const properties = [...schemas.shapeOf(answer.schema).properties.values()];
  return properties.filter((property) => isNumber(schemas.typesOf(property))).length === 1;
}

// A list of rows, perhaps as a member of the body.
function sendsMany(schemas: SchemaReader, reading: Reading, draft: Draft): Reading | undefined {
  if (reading.sent?.isMany === true) return reading;
  const schema = reading.operation.api.requestBody?.content[0]?.schema;
  const path = { word: draft.word, isItem: false };
  const found = schema === undefined ? undefined : findList(schemas, schema, path);
  if (found === undefined) return undefined;
  const row = readRowKind(schemas, found.schema);
  const shared = [...row.properties.keys()].filter((name) => draft.row.properties.has(name));
  const isRow = compareRows(row, draft.row) !== 'different' || shared.length > 0;
  return isRow ? { ...reading, sent: { found, row, isMany: true } } : undefined;
}
