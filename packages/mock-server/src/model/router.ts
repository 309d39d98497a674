/** What a router knows of one route. */
export interface Routed {
  /** In capitals. */
  readonly method: string;
  /** The template: `/tasks/{task_id}`. */
  readonly path: string;
}

/** What a path leads to. */
export interface RouteMatch<R> {
  /** The routes at this path, by method. */
  readonly byMethod: ReadonlyMap<string, R>;
  /** The values that stand where the template has `{…}`, in order, percent-decoded. */
  readonly values: readonly string[];
}

interface Node<R> {
  readonly literals: Map<string, Node<R>>;
  /** Segments that are part literal, part parameter: `{id}.json`. */
  readonly mixed: { readonly before: string; readonly after: string; readonly node: Node<R> }[];
  parameter: Node<R> | undefined;
  readonly byMethod: Map<string, R>;
}

// Each segment can branch in two; a bound keeps a hostile path from making many turns.
const maxSegments = 64;

/**
 * Finds the routes of a path by walking its segments, so that the time does not depend on how many
 * routes there are.
 *
 * @remarks A literal segment wins over a partly literal one, and that over a parameter, from left
 * to right (OpenAPI 3.1, Paths Object: concrete before templated).
 */
export class Router<R extends Routed> {
  readonly #root: Node<R> = createNode();

  /** @param routes - The first of two routes with the same method and shape wins. */
  constructor(routes: Iterable<R>) {
    for (const route of routes) {
      let node = this.#root;
      for (const segment of segmentsOf(route.path)) node = descend(node, segment);
      if (!node.byMethod.has(route.method)) node.byMethod.set(route.method, route);
    }
  }

  /**
   * @param path - Percent-encoded, without the query, starting with a slash.
   * @returns Absent when no route has this path, or when its percent-encoding is broken.
   */
  match(path: string): RouteMatch<R> | undefined {
    const segments = decodeSegments(path);
    if (segments === undefined) return undefined;
    const values: string[] = [];
    const node = walk(this.#root, segments, values);
    return node && { byMethod: node.byMethod, values };
  }
}

/** The names that stand between braces, in order. */
export function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

function decodeSegments(path: string): string[] | undefined {
  const segments = segmentsOf(path);
  if (segments.length > maxSegments) return undefined;
  if (!path.includes('%')) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function createNode<R>(): Node<R> {
  return { literals: new Map(), mixed: [], parameter: undefined, byMethod: new Map() };
}

function descend<R>(node: Node<R>, segment: string): Node<R> {
  const braces = /^([^{}]*)\{[^{}]*\}([^{}]*)$/.exec(segment);
  if (braces === null) return literalOf(node, segment);
  const [, before = '', after = ''] = braces;
  if (before === '' && after === '') {
    node.parameter ??= createNode();
    return node.parameter;
  }
  const known = node.mixed.find((entry) => entry.before === before && entry.after === after);
  if (known !== undefined) return known.node;
  const child = createNode<R>();
  node.mixed.push({ before, after, node: child });
  return child;
}

function literalOf<R>(node: Node<R>, segment: string): Node<R> {
  const child = node.literals.get(segment) ?? createNode<R>();
  node.literals.set(segment, child);
  return child;
}

function walk<R>(
  node: Node<R>,
  segments: readonly string[],
  values: string[],
): Node<R> | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.byMethod.size > 0 ? node : undefined;
  const depth = values.length;
  for (const [child, value] of choices(node, segment)) {
    if (value !== undefined) values.push(value);
    const found = walk(child, rest, values);
    if (found !== undefined) return found;
    values.length = depth;
  }
  return undefined;
}

function* choices<R>(node: Node<R>, segment: string): Generator<[Node<R>, string | undefined]> {
  const literal = node.literals.get(segment);
  if (literal !== undefined) yield [literal, undefined];
  for (const { before, after, node: child } of node.mixed) {
    const long = segment.length > before.length + after.length;
    if (!long || !segment.startsWith(before) || !segment.endsWith(after)) continue;
    yield [child, segment.slice(before.length, segment.length - after.length)];
  }
  if (node.parameter !== undefined && segment !== '') yield [node.parameter, segment];
}
