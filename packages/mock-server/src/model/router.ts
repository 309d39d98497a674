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
  readonly mixed: { readonly pieces: readonly string[]; readonly node: Node<R> }[];
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
    const node = walk(this.#root, { segments, at: 0 }, values);
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
  // What stands around the parameters: `{id}.json` → '', '.json'.
  const pieces = segment.split(/\{[^{}]*\}/);
  if (pieces.length === 1) return literalOf(node, segment);
  if (pieces.length === 2 && pieces.every((piece) => piece === '')) {
    node.parameter ??= createNode();
    return node.parameter;
  }
  const known = node.mixed.find((entry) => sameTexts(entry.pieces, pieces));
  if (known !== undefined) return known.node;
  const child = createNode<R>();
  node.mixed.push({ pieces, node: child });
  // The more of a segment is literal, the more concrete it is.
  node.mixed.sort((left, right) => literalLength(right.pieces) - literalLength(left.pieces));
  return child;
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

function literalLength(pieces: readonly string[]): number {
  return pieces.join('').length;
}

function literalOf<R>(node: Node<R>, segment: string): Node<R> {
  const child = node.literals.get(segment) ?? createNode<R>();
  node.literals.set(segment, child);
  return child;
}

function walk<R>(
  node: Node<R>,
  path: { readonly segments: readonly string[]; readonly at: number },
  values: string[],
): Node<R> | undefined {
  const { segments, at } = path;
  const segment = segments[at];
  if (segment === undefined) return node.byMethod.size > 0 ? node : undefined;
  const next = { segments, at: at + 1 };
  const literal = node.literals.get(segment);
  const end = literal && walk(literal, next, values);
  if (end !== undefined) return end;
  for (const { pieces, node: child } of node.mixed) {
    const found = takeApart(segment, pieces);
    const mixed = found && walkWith(child, next, { values, found });
    if (mixed !== undefined) return mixed;
  }
  if (node.parameter === undefined || segment === '') return undefined;
  return walkWith(node.parameter, next, { values, found: [segment] });
}

// What was found on a way that leads nowhere is forgotten again.
function walkWith<R>(
  node: Node<R>,
  path: { readonly segments: readonly string[]; readonly at: number },
  { values, found }: { readonly values: string[]; readonly found: readonly string[] },
): Node<R> | undefined {
  const depth = values.length;
  values.push(...found);
  const end = walk(node, path, values);
  if (end === undefined) values.length = depth;
  return end;
}

/** What stands between the pieces, each as short as it may be; none is empty. */
function takeApart(segment: string, pieces: readonly string[]): readonly string[] | undefined {
  const [before = '', ...rest] = pieces;
  const after = rest.pop() ?? '';
  if (!segment.startsWith(before) || !segment.endsWith(after)) return undefined;
  const values: string[] = [];
  let from = before.length;
  for (const piece of rest) {
    // Nothing tells where the first of two parameters without a text between them ends.
    const at = piece === '' ? from + 1 : segment.indexOf(piece, from + 1);
    if (at < 0) return undefined;
    values.push(segment.slice(from, at));
    from = at + piece.length;
  }
  if (segment.length - after.length <= from) return undefined;
  return [...values, segment.slice(from, segment.length - after.length)];
}
