import { keepIn } from '../model/keep-in.ts';
import type { Wire } from './wire.ts';

// Deeper and longer than any real form; what recurses over the tree stays far from the stack's end.
const maxDepth = 32;

/** A field of a form or query: its name, decoded, and what it holds. */
export type Field = readonly [name: string, value: Wire];

/**
 * Puts fields with bracketed names together: `items[0][price]=5`, `metadata[k]=v`, `expand[]=a`.
 *
 * @remarks `a[][x]=1&a[][y]=2` is one item, and a second `a[][x]` begins the next, as Rack reads
 * it. Numbered items keep their numbers as names: whether they are a list is for the schema to say.
 * @param isWhole - Whether a name is one name although it has brackets.
 * @returns Absent when a name nests deeper than 32 levels.
 */
export function buildTree(
  fields: Iterable<Field>,
  isWhole: (name: string) => boolean = () => false,
): ReadonlyMap<string, Wire> | undefined {
  const root = createNode();
  for (const [name, value] of fields) {
    if (!name.includes('[') || isWhole(name)) {
      childOf(root, name).values.push(value);
      continue;
    }
    const path = splitName(name);
    if (path.length > maxDepth) return undefined;
    nodeAt(root, path).values.push(value);
  }
  return membersOf(root);
}

/** The steps of a bracketed name: `a[b][]` → a, b and an empty text. Any other name is one step. */
export function splitName(name: string): readonly string[] {
  const open = name.indexOf('[');
  if (open < 1 || !name.endsWith(']')) return [name];
  const steps = name.slice(open + 1, -1).split('][');
  if (steps.some((step) => step.includes('[') || step.includes(']'))) return [name];
  return [name.slice(0, open), ...steps];
}

interface Node {
  readonly values: Wire[];
  named: Map<string, Node> | undefined;
  pushed: Node[] | undefined;
}

function createNode(): Node {
  return { values: [], named: undefined, pushed: undefined };
}

function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (let at = 0; at < path.length; at++) {
    const step = path[at] ?? '';
    node = step === '' && at > 0 ? itemOf(node, path.slice(at + 1)) : childOf(node, step);
  }
  return node;
}

function childOf(node: Node, name: string): Node {
  node.named ??= new Map();
  return keepIn(node.named, name, createNode);
}

function itemOf(node: Node, rest: readonly string[]): Node {
  node.pushed ??= [];
  const last = node.pushed.at(-1);
  if (last !== undefined && rest.length > 0 && !holds(last, rest)) return last;
  const item = createNode();
  node.pushed.push(item);
  return item;
}

function holds(node: Node, path: readonly string[]): boolean {
  let here: Node | undefined = node;
  for (const step of path) {
    if (step === '') return false;
    here = here?.named?.get(step);
  }
  return here !== undefined && here.values.length > 0;
}

function membersOf({ named }: Node): ReadonlyMap<string, Wire> {
  const members = new Map<string, Wire>();
  for (const [name, node] of named ?? []) members.set(name, wireOf(node));
  return members;
}

// A field that came as several kinds of value must not silently be one: as a list of them it fails
// its schema.
function wireOf(node: Node): Wire {
  const { values, named, pushed } = node;
  const [first] = values;
  if (named === undefined && pushed === undefined && first !== undefined && values.length === 1) {
    return first;
  }
  const items = [...values, ...(pushed ?? []).map(wireOf)];
  if (named === undefined) return items;
  return items.length === 0 ? membersOf(node) : [...items, membersOf(node)];
}
