import type { SchemaReader } from '../schema/schema-shape.ts';
import type { Assignment } from './assignment.ts';
import type { ScopeParameter } from './collection.ts';
import type { Draft, Drafts } from './draft.ts';
import { findLink, type Link } from './find-link.ts';
import { singular } from './fold-name.ts';
import { keyOf, lastWord, type PathPart } from './read-path.ts';

/** What scopes are read from. */
export interface ScopeSource {
  readonly schemas: SchemaReader;
  readonly found: Drafts;
  /** Collections whose rows nothing makes: they are always there, so they are nobody's parents. */
  readonly unmade: ReadonlySet<Draft>;
  /** Properties that name parents, by collection and path, as they are found; null for none. */
  readonly links: Map<string, Link | null>;
}

/** The parameters before a collection's own rows, each with the collection whose row it names. */
export function readScope(
  source: ScopeSource,
  draft: Draft,
  parts: readonly PathPart[],
): readonly ScopeParameter[] {
  return parameterParts(parts).map(({ text, at }) => {
    const link = linkOf(source, draft, { text, at, parts });
    // An object is only sure to be in a row when the schema asks for it.
    const { required } = source.schemas.shapeOf(draft.row.schema);
    const isSure = link?.member === undefined || required.has(link.property ?? '');
    return {
      parameter: text,
      ...(isSure ? link : {}),
      ...parentOf(source, parts, at),
    };
  });
}

/**
 * The parameters of an operation's path but the row's own, each with the part of the collection's
 * scope that it stands for, or the property by which a view chooses.
 *
 * @param isMade - Whether rows are made at this path too, so that what it says is kept beside them.
 */
export function readRoleScope(
  source: ScopeSource,
  { reading, draft, idParameter }: Assignment,
  own: { readonly scope: readonly ScopeParameter[]; readonly isMade: boolean },
): readonly ScopeParameter[] {
  const { parts } = reading;
  const all = parameterParts(parts);
  // The row's own parameter is the last one, unless a parent's has the same name.
  const others =
    idParameter === undefined
      ? all
      : all.filter(({ text, at }) => text !== idParameter || at !== lastAt(parts, idParameter));
  return others.map(({ text, at }, index) => {
    const named = source.found.items.get(keyOf(parts.slice(0, at + 1)))?.id.idProperty;
    const parent = parentOf(source, parts, at);
    const spot = { parts, at, text, index, named, parent: parent.parent, count: others.length };
    const counterpart = standIn(draft, spot, own.scope);
    if (counterpart !== undefined) {
      const { parameter: standsFor, ...rest } = counterpart;
      return { ...rest, ...parent, parameter: text, standsFor };
    }
    const link = linkOf(source, draft, { text, at, parts });
    const unbound = link === undefined && !own.isMade ? { unbound: true as const } : {};
    return { parameter: text, ...link, ...parent, ...unbound };
  });
}

interface Spot {
  readonly text: string;
  readonly at: number;
  readonly parts: readonly PathPart[];
}

function standIn(
  draft: Draft,
  spot: Spot & {
    readonly index: number;
    readonly count: number;
    /** The property that the parameter names; absent when unknown. */
    readonly named: string | undefined;
    /** The collection whose row it names; absent when it names none. */
    readonly parent: string | undefined;
  },
  scope: readonly ScopeParameter[],
): ScopeParameter | undefined {
  const { parts, at, text, index, count } = spot;
  const prefix = keyOf(parts.slice(0, at + 1));
  if (draft.isSingleton || draft.key === prefix || draft.key.startsWith(`${prefix}/`)) {
    return scope.find((_, position) => position === index);
  }
  const named = scope.find(({ parameter }) => parameter === text);
  if (named !== undefined) return named;
  const isSameList = singular(lastWord(parts)) === draft.word && count === scope.length;
  const own = isSameList ? scope[index] : undefined;
  return own !== undefined && isAlike(own, spot) ? own : undefined;
}

// `{org}` and `{username}` both name an owner; `{customer}` does not name an account.
function isAlike(
  { member, parent, property }: ScopeParameter,
  here: { readonly named: string | undefined; readonly parent: string | undefined },
): boolean {
  if (member !== undefined) return here.named === undefined || here.named === member;
  return parent === undefined ? property === undefined : parent === here.parent;
}

function linkOf(
  { schemas, found, links }: ScopeSource,
  draft: Draft,
  { text, at, parts }: Spot,
): Pick<ScopeParameter, 'property' | 'member'> | undefined {
  const prefix = keyOf(parts.slice(0, at + 1));
  const place = `${draft.key} ${prefix} ${text}`;
  const known = links.get(place);
  if (known !== undefined) return known === null ? undefined : known;
  const parent = found.items.get(prefix);
  const nouns = [lastWord(parts.slice(0, at)), parent?.draft.row.noun ?? ''];
  const idProperty = parent?.id.idProperty ?? '';
  const isNumber = parent && { isNumber: parent.id.idStyle === 'integer' };
  const link = findLink(schemas, draft.row, { parameter: text, nouns, idProperty, ...isNumber });
  const other = link?.property === draft.id.idProperty ? undefined : link;
  links.set(place, other ?? null);
  return other;
}

function parentOf(
  { found, unmade }: ScopeSource,
  parts: readonly PathPart[],
  at: number,
): { readonly parent?: string } {
  const parent = found.items.get(keyOf(parts.slice(0, at + 1)))?.draft;
  return parent === undefined || unmade.has(parent) ? {} : { parent: parent.name };
}

function parameterParts(parts: readonly PathPart[]): readonly { text: string; at: number }[] {
  return parts.flatMap(({ kind, text }, at) => (kind === 'parameter' ? [{ text, at }] : []));
}

function lastAt(parts: readonly PathPart[], name: string): number {
  return parts.findLastIndex(({ kind, text }) => kind === 'parameter' && text === name);
}
