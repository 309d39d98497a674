import type { JsonObject, JsonSchema, JsonValue } from '../api-model.ts';
import { entriesOf, isObject, textOf } from '../json-reader.ts';
import { segmentsOf } from '../reference.ts';
import { componentKey } from './follow-ref.ts';
import { type Mender, report, within } from './mender.ts';

/** A reference that applies to the very value that its schema applies to. */
interface InPlace {
  readonly path: readonly string[];
  readonly name: string;
}

const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLES = ['not', 'if', 'then', 'else'];

/**
 * Cuts references that lead back to their own schema without a step into the value (`A: allOf B`,
 * `B: oneOf A`): checking a value would never end.
 *
 * @returns The same schemas when there are none.
 */
export function cutEndless(mender: Mender, schemas: JsonObject): JsonObject {
  const cuts = findCuts(schemas);
  if (cuts.size === 0) return schemas;
  const draft: { [name: string]: JsonValue } = { ...schemas };
  for (const [name, paths] of cuts) {
    for (const path of paths) {
      const message = 'cannot follow the reference: it leads back to its own schema.';
      within(mender, componentKey('schemas', name), () =>
        report(mender, {
          code: 'dangling-ref',
          message,
          at: ['components', 'schemas', name, ...path],
          harmless: path.length > 0,
        }),
      );
      draft[name] = cutAt(draft[name] ?? {}, path);
    }
  }
  return draft;
}

type Cuts = Map<string, (readonly string[])[]>;

function findCuts(schemas: JsonObject): Cuts {
  const cuts: Cuts = new Map();
  const done = new Set<string>();
  for (const name of Object.keys(schemas)) walkFrom(name, { schemas, cuts, done });
  return cuts;
}

interface Walk {
  readonly schemas: JsonObject;
  readonly cuts: Cuts;
  /** Schemas from which every reference has been followed. */
  readonly done: Set<string>;
}

// A stack of its own instead of calls: a chain of references may be longer than that of the engine.
function walkFrom(first: string, { schemas, cuts, done }: Walk): void {
  if (done.has(first)) return;
  const open = new Set<string>();
  const stack = [enter(first)];
  for (let here = stack.at(-1); here !== undefined; here = stack.at(-1)) {
    const ref = here.refs.pop();
    if (ref === undefined) {
      done.add(here.name);
      open.delete(here.name);
      stack.pop();
    } else if (open.has(ref.name)) {
      const known = cuts.get(here.name);
      if (known === undefined) cuts.set(here.name, [ref.path]);
      else known.push(ref.path);
    } else if (!done.has(ref.name)) {
      stack.push(enter(ref.name));
    }
  }

  function enter(name: string): { readonly name: string; readonly refs: InPlace[] } {
    open.add(name);
    return { name, refs: inPlaceRefs(Object.hasOwn(schemas, name) ? schemas[name] : true, []) };
  }
}

function inPlaceRefs(schema: JsonValue | undefined, path: readonly string[]): InPlace[] {
  if (!isObject(schema)) return [];
  const ref = textOf(schema, '$ref');
  const own = ref === undefined ? [] : [{ path, name: segmentsOf(ref)[2] ?? '' }];
  return [
    ...own,
    ...LISTS.flatMap((keyword) => {
      const arms = schema[keyword];
      return Array.isArray(arms)
        ? arms.flatMap((arm: JsonValue, index) => inPlaceRefs(arm, [...path, keyword, `${index}`]))
        : [];
    }),
    ...SINGLES.flatMap((keyword) => inPlaceRefs(schema[keyword], [...path, keyword])),
    ...entriesOf(schema, 'dependentSchemas').flatMap(([name, held]) =>
      inPlaceRefs(held, [...path, 'dependentSchemas', name]),
    ),
  ];
}

/** The schema with the reference at a path taken out. */
function cutAt(schema: JsonValue, path: readonly string[]): JsonSchema {
  const [name, ...rest] = path;
  if (!isObject(schema)) return true;
  if (name === undefined) {
    const { $ref: _cut, ...beside } = schema;
    return beside;
  }
  const held = schema[name];
  const [index = '', ...below] = rest;
  if (Array.isArray(held)) {
    return {
      ...schema,
      [name]: held.map((arm: JsonValue, at) => (String(at) === index ? cutAt(arm, below) : arm)),
    };
  }
  return { ...schema, [name]: cutAt(held ?? true, rest) };
}
