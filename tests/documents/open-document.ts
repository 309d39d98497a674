import { readFileSync } from 'node:fs';
import { upgrade } from '@scalar/openapi-upgrader';
import { parse } from 'yaml';
import { type Json, members } from '../contract/open-document.ts';

/** A place in a document, its members by name. */
export type Node = { readonly [name: string]: Json };

/** One operation, as a reader other than the mock's finds it. */
export interface Asked {
  /** In capitals. */
  readonly method: string;
  /** The template: `/tasks/{task_id}`. */
  readonly path: string;
  readonly node: Node;
  /** Those of the path and of the operation; the latter win. */
  readonly parameters: readonly Node[];
}

/** A document in OpenAPI 3.1, whatever it was written in. */
export interface OpenDocument {
  readonly root: Node;
  readonly operations: readonly Asked[];
  /** Follows `$ref` as often as there is one. */
  follow(value: Json | undefined): Node;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Reads a document without any code of the mock: `yaml` and Scalar's upgrader do it.
 *
 * @param path - Of a document in one file.
 */
export function openDocument(path: string): OpenDocument {
  const text = readFileSync(path, 'utf8');
  const written: unknown = path.endsWith('.json') ? JSON.parse(text) : parse(text);
  return wholeDocument(written as Node); // a parsed document is plain data
}

/** The same for a document that is already parsed; it is not changed. */
export function wholeDocument(written: Node): OpenDocument {
  const upgraded: unknown = upgrade(structuredClone(written), '3.1');
  const root = upgraded as Node; // the upgrader rearranges plain data
  const follow = (value: Json | undefined): Node => followIn(root, value);
  const operations = Object.entries(members(root['paths'])).flatMap(([path, item]) =>
    operationsOf(path, { item: follow(item), follow }),
  );
  return { root, operations, follow };
}

function operationsOf(
  path: string,
  { item, follow }: { readonly item: Node; readonly follow: OpenDocument['follow'] },
): Asked[] {
  return METHODS.flatMap((method) => {
    if (item[method] === undefined) return [];
    const node = members(item[method]);
    const listed = [...listOf(item['parameters']), ...listOf(node['parameters'])].map(follow);
    const parameters = new Map(listed.map((one) => [`${one['in']} ${one['name']}`, one]));
    return [{ method: method.toUpperCase(), path, node, parameters: [...parameters.values()] }];
  });
}

/** The items of a place; none where it is no list. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function followIn(root: Node, value: Json | undefined): Node {
  let node = members(value);
  for (let hops = 0; hops < 20; hops++) {
    const ref = node['$ref'];
    if (typeof ref !== 'string') return node;
    node = members(findAt(root, ref));
  }
  return {};
}

/** What a reference within the document leads to. */
export function findAt(root: Node, ref: string): Json | undefined {
  const steps = decodeURIComponent(ref.slice(1)).split('/').slice(1);
  let at: Json | undefined = root;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    at = Array.isArray(at) ? at[Number(name)] : members(at)[name];
  }
  return at;
}
