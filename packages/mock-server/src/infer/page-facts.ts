import type { JsonSchema } from '@product/spec-model';
import { escapeToken } from '../schema/schema-fault.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { foldName } from './fold-name.ts';
import type { PageFact } from './role.ts';
import { mainBranch } from './row-kind.ts';
import { isPageFact, tellFact } from './tell-fact.ts';

/** Where the members of an envelope are looked for. */
export interface Envelope {
  readonly schemas: SchemaReader;
  readonly schema: JsonSchema;
  readonly itemsPointer: string;
  /** Whether pages are asked for by a cursor. */
  readonly isCursor: boolean;
}

const containers = new Set([
  ...['meta', 'metadata', 'pagination', 'paging', 'page', 'pageinfo', 'links', 'cursor', 'cursors'],
  ...['responsemetadata', 'info', 'paginginfo', 'pages'],
]);

/** Whether a member of this folded name tells something about a page, or holds what does. */
export function isPageMember(folded: string): boolean {
  return isPageFact(folded) || containers.has(folded);
}

/**
 * What the members of a list's answer tell, by their pointers: as deep as `/meta/pagination/total`
 * and `/_links/next/href`.
 */
export function findPageFacts(envelope: Envelope): Map<string, PageFact> {
  const facts = new Map<string, PageFact>();
  collect({ envelope, facts }, envelope.schema, { pointer: '', place: '', depth: 0 });
  // Many an API calls the number of all rows `count`.
  if (![...facts.values()].includes('total')) {
    for (const [pointer, fact] of facts) if (fact === 'count') facts.set(pointer, 'total');
  }
  return facts;
}

interface Walk {
  readonly envelope: Envelope;
  readonly facts: Map<string, PageFact>;
}

interface Spot {
  readonly pointer: string;
  /** Folded name of the object that holds the members; empty at the top. */
  readonly place: string;
  readonly depth: number;
}

function collect(walk: Walk, schema: JsonSchema, spot: Spot): void {
  const { schemas, itemsPointer } = walk.envelope;
  for (const [name, member] of schemas.shapeOf(mainBranch(schemas, schema)).properties) {
    const pointer = `${spot.pointer}/${escapeToken(name)}`;
    if (pointer !== itemsPointer)
      visit(walk, mainBranch(schemas, member), { ...spot, pointer, name });
  }
}

function visit(walk: Walk, schema: JsonSchema, here: Spot & { readonly name: string }): void {
  const { schemas, itemsPointer, isCursor } = walk.envelope;
  const { pointer, place, depth } = here;
  const name = foldName(here.name);
  const inner = schemas.shapeOf(schema).properties;
  const href = place === 'links' ? inner.get('href') : undefined;
  if (inner.size === 0 || href !== undefined) {
    const fact = tellFact(schemas, { name, schema: href ?? schema, place, isCursor });
    if (fact !== undefined) walk.facts.set(href === undefined ? pointer : `${pointer}/href`, fact);
  } else if (depth < 2 && (containers.has(name) || itemsPointer.startsWith(`${pointer}/`))) {
    collect(walk, schema, { pointer, place: name, depth: depth + 1 });
  }
}
