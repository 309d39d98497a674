import type { ApiContent, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Wish } from '../data/data-maker.ts';
import { keepIn } from '../model/keep-in.ts';
import type { Operation } from '../model/operation.ts';
import { createRandom } from '../random/random.ts';
import { hashOf } from './hash-of.ts';
import { makeValue } from './make-value.ts';
import { concreteType, kindOf } from './media-type.ts';

const shown = new WeakMap<ApiContent, JsonValue | null>();

/**
 * The document's own example of a body: the one without a name, else the first, of those that keep
 * to the schema beside them.
 *
 * @returns Absent when there is none, or all contradict their schema.
 */
export function documentedExample(core: Core, content: ApiContent): JsonValue | undefined {
  if (content.examples.length === 0) return undefined;
  const known = shown.get(content);
  if (known !== undefined) return known ?? undefined;
  const named = content.examples.filter(({ name }) => name === 'default');
  const others = content.examples.filter(({ name }) => name !== 'default');
  const values = [...named, ...others].map(({ value }) => usable(core, content, value));
  const found = values.find((value) => value !== undefined);
  shown.set(content, found ?? null);
  return found;
}

/** The document's own example of an operation's success in JSON; absent when there is none. */
export function documentedAnswer(core: Core, operation: Operation): JsonValue | undefined {
  const contents = operation.responseFor(operation.successStatus)?.content ?? [];
  const content = contents.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
  return content && documentedExample(core, content);
}

// Documents in YAML often have JSON as a text.
function usable(core: Core, content: ApiContent, value: JsonValue): JsonValue | undefined {
  const { schema } = content;
  const isText = typeof value === 'string';
  if (isText && kindOf(concreteType(content.mediaType)) !== 'json') return value;
  if (schema === undefined) return value;
  const parsed = isText ? parsedText(value) : undefined;
  return [value, parsed].find(
    (one) => one !== undefined && core.validators.check(schema, one, 'response').length === 0,
  );
}

function parsedText(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const made = new WeakMap<Core, WeakMap<ApiContent, JsonValue>>();

/**
 * The body that an operation shows when no state stands behind it: the document's example, else a
 * made one, which stays the same for what only reads.
 */
export function exampleBody(
  core: Core,
  operation: Operation,
  content: ApiContent,
): JsonValue | undefined {
  const documented = documentedExample(core, content);
  if (documented !== undefined) return documented;
  const isSafe = operation.method === 'GET' || operation.method === 'HEAD';
  if (!isSafe) return madeBody(core, content, {});
  const kept = keepIn(made, core, () => new WeakMap());
  return keepIn(kept, content, () =>
    madeBody(core, content, { random: createRandom(hashOf(operation.id)) }),
  );
}

// A stream is shown with as many items as tell it from a single one.
const shownItems = 2;

const files =
  /^(image|audio|video|font)\/|^application\/(pdf|zip|gzip|octet-stream)\b|^text\/html\b/i;

/**
 * A made body; absent when the schema says nothing of use, or has no finite value. What is a file
 * has none either: a placeholder of its type is a better one than any text.
 */
export function madeBody(
  core: Core,
  { mediaType, schema, itemSchema }: ApiContent,
  wish: Partial<Wish>,
): JsonValue | undefined {
  const { format } = core.schemas.resolve(schema);
  const isJson = kindOf(concreteType(mediaType)) === 'json';
  if (!isJson && (files.test(mediaType) || format === 'binary')) return undefined;
  if (schema !== undefined) return makeValue(core, schema, wish);
  if (itemSchema === undefined) return undefined;
  const items = Array.from({ length: shownItems }, () => makeValue(core, itemSchema, wish));
  return items.filter((item) => item !== undefined);
}
