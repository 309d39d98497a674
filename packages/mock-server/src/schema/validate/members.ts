import type { JsonObject, JsonValue } from '@product/spec-model';
import { asTexts, isObject } from '../../model/json-read.ts';
import { type Check, enter, faultOf, goesOn, type Node, type Run, sides } from './check.ts';
import type { SchemaSource } from './schema-source.ts';

/** What is asked of one property by name. */
interface Member {
  readonly node: Node | undefined;
  /** The {@link sides} that must have it. */
  readonly required: number;
}

interface Members {
  readonly named: ReadonlyMap<string, Member>;
  readonly patterns: readonly {
    readonly matches: (name: string) => boolean;
    readonly node: Node;
  }[];
  /** For every other property; absent when none is allowed, or when anything is. */
  readonly rest: Node | undefined;
  readonly isClosed: boolean;
  /** How many properties each side must have, at the place of its number. */
  readonly needed: readonly number[];
}

const bothSides = sides.request | sides.response;
const unknown = { code: 'unknown_field', message: 'is not a known field' };
const missing = { code: 'required', message: 'is required' };

/**
 * `properties`, `patternProperties`, `additionalProperties` and `required`: one walk over the
 * object's own members for all of them.
 */
export function checkMembers(source: SchemaSource): readonly Check<JsonObject>[] {
  const members = readMembers(source);
  const { named, patterns, rest, isClosed, needed } = members;
  if (named.size === 0 && patterns.length === 0 && rest === undefined && !isClosed) return [];
  return [
    (value, run) => {
      // What is missing is named first, so that it comes before the faults of what is there.
      let ok = run.faults === undefined || reportMissing(members, value, run);
      let found = 0;
      for (const name in value) {
        const member = named.get(name);
        if (member !== undefined && (member.required & run.side) !== 0) found++;
        run.token = name;
        if (checkMember(members, { member, item: value[name] }, run)) continue;
        if (!goesOn(run)) return false;
        ok = false;
      }
      return ok && found === needed[run.side];
    },
  ];
}

function checkMember(
  members: Members,
  { member, item }: { readonly member: Member | undefined; readonly item: JsonValue | undefined },
  run: Run,
): boolean {
  if (item === undefined) return true;
  const node = member?.node;
  if (members.patterns.length > 0) return checkPatterns(members, { node, item }, run);
  if (node === undefined) return checkUnknown(members, item, run);
  run.seen?.names.add(String(run.token));
  return enter(node, item, run);
}

function checkPatterns(
  members: Members,
  { node, item }: { readonly node: Node | undefined; readonly item: JsonValue },
  run: Run,
): boolean {
  const name = String(run.token);
  const nodes = members.patterns.filter(({ matches }) => matches(name)).map((entry) => entry.node);
  if (node !== undefined) nodes.unshift(node);
  if (nodes.length === 0) return checkUnknown(members, item, run);
  run.seen?.names.add(name);
  let ok = true;
  for (const each of nodes) {
    run.token = name;
    if (!enter(each, item, run)) ok = false;
  }
  return ok;
}

function checkUnknown({ rest, isClosed }: Members, item: JsonValue, run: Run): boolean {
  const name = String(run.token);
  if (isClosed) return faultOf(run, name, unknown);
  if (rest === undefined) return true;
  run.seen?.names.add(name);
  return enter(rest, item, run);
}

function reportMissing({ named }: Members, value: JsonObject, run: Run): boolean {
  let ok = true;
  for (const [name, { required }] of named) {
    if ((required & run.side) !== 0 && !Object.hasOwn(value, name))
      ok = faultOf(run, name, missing);
  }
  return ok;
}

function readMembers(source: SchemaSource): Members {
  const required = readRequired(source);
  const properties = source.members('properties');
  const named = new Map<string, Member>();
  for (const name of required) {
    named.set(name, { node: undefined, required: bothSides });
  }
  for (const [name, schema] of properties) {
    const node = source.at('properties', name, schema);
    named.set(name, { node, required: required.has(name) ? bindingSides(source, schema) : 0 });
  }
  const additional = source.node('additionalProperties');
  const isClosed = source.schema['additionalProperties'] === false;
  const count = (side: number): number =>
    [...named.values()].filter((member) => (member.required & side) !== 0).length;
  return {
    named,
    patterns: readPatterns(source),
    rest: isClosed ? undefined : additional,
    isClosed,
    needed: [0, count(sides.request), count(sides.response)],
  };
}

// A boolean is what `required` was before JSON Schema draft 4: a word about the property itself.
function readRequired(source: SchemaSource): ReadonlySet<string> {
  if (typeof source.schema['required'] === 'boolean') return new Set();
  return new Set(asTexts(source.list('required')));
}

// A required property that the other side owns is not asked of this one (OpenAPI 3.0.3, Schema
// Object, readOnly).
function bindingSides({ link }: SchemaSource, schema: JsonValue): number {
  let bound = bothSides;
  let here: JsonValue | undefined = schema;
  for (let step = 0; step < 32 && isObject(here); step++) {
    if (here['readOnly'] === true) bound &= ~sides.request;
    if (here['writeOnly'] === true) bound &= ~sides.response;
    const ref: JsonValue | undefined = here['$ref'];
    here = typeof ref === 'string' ? link.peek(ref) : undefined;
  }
  return bound;
}

function readPatterns(source: SchemaSource): Members['patterns'] {
  return source.members('patternProperties').map(([pattern, schema]) => {
    const matches = source.link.tools.readPattern(pattern);
    if (matches === undefined) {
      throw source.unusable('patternProperties', `"${pattern}" must be a regular expression`);
    }
    return { matches, node: source.at('patternProperties', pattern, schema) };
  });
}
