import type { ApiModel } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Operation } from '../model/operation.ts';
import type { RouteMatch } from '../model/router.ts';
import { anything, basePathsOf } from '../options/base-url.ts';

// Deeper than files lie; each step is a look at the router.
const maxLongEnd = 20;

/**
 * Where a path leads that is not below the base path as it stands: below that of another server of
 * the document, or with a slash more or less at its end.
 *
 * @remarks Servers differ in the slash at the end, and clients in which server they were told of;
 * neither is worth a 404 where the document has no such path of its own.
 */
export function findRoute(core: Core, path: string): RouteMatch<Operation> | undefined {
  for (const base of otherBases(core)) {
    const below = pathBelow(base, path);
    if (below === undefined) continue;
    const route = core.router.match(below) ?? core.router.match(turnSlash(below));
    if (route !== undefined) return route;
  }
  const below = pathBelow(core.basePath, path) ?? path;
  return matchLongEnd(core, below);
}

// A file's path stands for one parameter in a few APIs, GitHub's among them, and clients write its
// slashes as they are.
function matchLongEnd({ router }: Core, path: string): RouteMatch<Operation> | undefined {
  const segments = path.split('/');
  const least = Math.max(2, segments.length - maxLongEnd);
  for (let at = segments.length - 2; at >= least; at--) {
    const end = segments.slice(at).join('%2F');
    const route = router.match([...segments.slice(0, at), end].join('/'));
    if (route !== undefined && [...route.byMethod.values()].some(takesLongEnd)) return route;
  }
  return undefined;
}

function takesLongEnd({ api, pathNames }: Operation): boolean {
  const last = pathNames.at(-1);
  return api.parameters.some(
    ({ in: place, name, extensions }) =>
      place === 'path' && name === last && extensions['x-multi-segment'] === true,
  );
}

const bases = new WeakMap<ApiModel, readonly string[]>();

// The longest first, so that `/v1/eu` wins over `/v1`. The door that puts the first server's path
// before another's is looked through.
function otherBases({ model, basePath }: Core): readonly string[] {
  const known = bases.get(model);
  if (known !== undefined) return known;
  const documented = basePathsOf(model);
  const doubled = documented.filter((base) => base !== '').map((base) => basePath + base);
  const all = [...new Set([basePath, ...documented, ...doubled])];
  const sorted = all.sort((left, right) => right.length - left.length);
  bases.set(model, sorted);
  return sorted;
}

function pathBelow(base: string, path: string): string | undefined {
  if (base === '') return path;
  if (base.includes(anything)) return belowOpen(base.split('/'), path.split('/'));
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

function belowOpen(base: readonly string[], path: readonly string[]): string | undefined {
  const fits = base.every((step, at) => step === path[at] || (step === anything && path[at]));
  return fits && path.length > base.length ? `/${path.slice(base.length).join('/')}` : undefined;
}

function turnSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
}
