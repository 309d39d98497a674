import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { type Kinds, kindsOf } from '../../../schema/kinds.ts';
import type { Call } from '../../handler.ts';

/**
 * What was sent of a row, with the member that says of which kind it is where rows are of several and
 * the client left that to the server: the kind that was sent under its own name (`card: { … }`), else
 * the one that shows the most of what was sent, of these the one of which the operation speaks.
 */
export function withKind(call: Call, collection: Collection, body: JsonObject): JsonObject {
  const kinds = kindsOf(call.core.schemas, collection.schema);
  if (kinds?.property === undefined) return body;
  if (kinds.schemas.has(String(ownValue(body, kinds.property)))) return body;
  const tag: JsonValue | undefined = chooseTag(call, kinds, body);
  return tag === undefined ? body : { ...body, [kinds.property]: tag };
}

function chooseTag(call: Call, kinds: Kinds, body: JsonObject): string | undefined {
  const tags = [...kinds.schemas.keys()];
  const named = tags.find((tag) => isObject(ownValue(body, tag)) && !isMember(call, kinds, tag));
  if (named !== undefined) return named;
  const shown = tags.map((tag) => membersShown(call, kinds, { tag, body }));
  const most = Math.max(...shown);
  const nearest = tags.filter((_, at) => shown[at] === most);
  const { summary = '', description = '' } = call.operation.api;
  const text = ` ${summary} ${description} `.toLowerCase();
  return nearest.find((tag) => speaksOf(text, tag)) ?? nearest[0];
}

// A member that every kind has tells no kind.
function isMember({ core }: Call, { schemas }: Kinds, name: string): boolean {
  return [...schemas.values()].every((kind) => core.schemas.shapeOf(kind).properties.has(name));
}

function membersShown(
  { core }: Call,
  { schemas }: Kinds,
  { tag, body }: { readonly tag: string; readonly body: JsonObject },
): number {
  const { properties } = core.schemas.shapeOf(schemas.get(tag));
  return Object.keys(body).filter((name) => properties.has(name)).length;
}

function speaksOf(text: string, tag: string): boolean {
  const word = tag.toLowerCase().replaceAll(/[_-]/g, ' ');
  const at = text.indexOf(word);
  return at > 0 && !/\w/.test(text[at - 1] ?? '');
}
