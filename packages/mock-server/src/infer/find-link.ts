import type { JsonSchema } from '@product/spec-model';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { foldName, singular } from './fold-name.ts';
import { mainBranch, propertyNamed, type RowKind } from './row-kind.ts';

/** The property by which a row names another. */
export interface Link {
  readonly property: string;
  /** Set when the property is an object: the member that is the id of the other row. */
  readonly member?: string;
}

/** What a row may be linked to. */
export interface LinkTarget {
  /** The parameter of the path that names the other row. */
  readonly parameter: string;
  /** What the other row is called: by the path, and by its schema. */
  readonly nouns: readonly string[];
  /** The property that the parameter is compared with; empty when unknown. */
  readonly idProperty: string;
  /** Whether the other row's ids are numbers; absent when unknown. */
  readonly isNumber?: boolean;
}

// Parameters of these names say nothing about whose row they name.
const generic = new Set(['id', 'uuid', 'guid', 'name', 'slug', 'key', 'number', 'code', 'type']);
const endings = ['id', '', 'uuid', 'slug', 'key', 'name', 'number', 'login', 'sid', 'guid', 'code'];

/**
 * Finds the property of a row that names its parent: `project_id`, `projectId`, `project` or an
 * object `project` with an id.
 *
 * @returns Absent when rows do not show it.
 */
export function findLink(
  schemas: SchemaReader,
  row: RowKind,
  target: LinkTarget,
): Link | undefined {
  for (const folded of candidates(row, target)) {
    const property = propertyNamed(row, folded);
    const link =
      property === undefined
        ? undefined
        : readLink(schemas, { property, schema: row.properties.get(property) ?? {} }, target);
    if (link !== undefined) return link;
  }
  return undefined;
}

function candidates(row: RowKind, { parameter, nouns }: LinkTarget): readonly string[] {
  const own = foldName(parameter);
  const base = own.replace(/(?:id|uuid|slug|name|number|key|code)$/, '');
  const all = [...new Set([generic.has(own) ? '' : base, ...nouns.map(singular)])];
  const named = all.filter((noun) => noun !== '');
  const isOwnKind = named.includes(row.noun);
  const parents = ['parentid', 'parent', ...named.map((noun) => `parent${noun}id`)];
  return [
    ...(isOwnKind ? parents : []),
    ...(generic.has(own) ? [] : [own]),
    ...named.flatMap((noun) => endings.map((ending) => noun + ending)),
  ];
}

function readLink(
  schemas: SchemaReader,
  { property, schema }: { readonly property: string; readonly schema: JsonSchema },
  target: LinkTarget,
): Link | undefined {
  const types = schemas.typesOf(schema);
  if (types.includes('array')) return undefined;
  const { properties } = schemas.shapeOf(mainBranch(schemas, schema));
  if (properties.size === 0 || types.includes('string') || types.includes('integer')) {
    return fits(types, target) ? { property } : undefined;
  }
  const own = foldName(target.parameter);
  const usual = own.endsWith('id') ? ['id'] : ['login', 'slug', 'name', 'key', 'id'];
  const member = [foldName(target.idProperty), own, ...usual]
    .flatMap((name) => [...properties].filter(([one]) => foldName(one) === name))
    .find(([, inner]) => fits(schemas.typesOf(inner), target));
  return member === undefined ? undefined : { property, member: member[0] };
}

function fits(types: readonly string[], { isNumber }: LinkTarget): boolean {
  const holdsNumber = types.includes('integer') || types.includes('number');
  return isNumber === undefined || types.length === 0 || holdsNumber === isNumber;
}
