import { type Json, members } from '../contract/open-document.ts';

/** A place in a document: its JSON pointer and what stands there. */
export interface Place {
  readonly pointer: string;
  readonly node: { readonly [name: string]: Json };
}

/** Every object of a document, outermost first. */
export function* places(node: Json, pointer = ''): Generator<Place> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield { pointer, node };
  for (const [name, child] of Object.entries(node)) yield* places(child, `${pointer}/${name}`);
}

/** Every schema property that is written out rather than referred to. */
export function* properties(document: { readonly [name: string]: Json }): Generator<Place> {
  const schemas = members(members(document['components'])['schemas']);
  for (const { pointer, node } of places(schemas, '/components/schemas')) {
    if (/\/(example|examples|default|const|x-[^/]+)(\/|$)/.test(pointer)) continue;
    for (const [name, property] of Object.entries(members(node['properties']))) {
      const place = { pointer: `${pointer}/properties/${name}`, node: members(property) };
      if (place.node['$ref'] === undefined) yield place;
    }
  }
}
