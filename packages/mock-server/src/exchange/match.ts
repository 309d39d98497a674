import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem, unusableOperation } from './outcome.ts';

/** Goes on when path and method lead to an operation. */
export function match({ core, request, path, route, operation }: Exchange): Outcome | undefined {
  if (operation !== undefined) {
    const { faults } = operation.api;
    return faults === undefined ? undefined : unusableOperation(faults);
  }
  if (!isDecodable(path)) {
    const detail = 'The request cannot be read: the percent-encoding of the path is broken.';
    return problem(400, { code: 'malformed_request', detail });
  }
  if (route === undefined) {
    const hint = path.startsWith(`${core.basePath}/`) ? '' : ` Paths begin with ${core.basePath}/.`;
    return problem(404, { code: 'not_found', detail: `There is no path ${path}.${hint}` });
  }
  const allow = allowedMethods([...route.byMethod.keys()]);
  if (request.method === 'OPTIONS') return { status: 204, headers: { Allow: allow } };
  const detail = `${path} has no method ${request.method}. It has ${allow}.`;
  return problem(405, { code: 'method_not_allowed', detail }, { Allow: allow });
}

/** The methods of a path with those that follow from them: HEAD from GET, and OPTIONS. */
function allowedMethods(methods: readonly string[]): string {
  const all = methods.includes('GET') ? [...methods, 'HEAD', 'OPTIONS'] : [...methods, 'OPTIONS'];
  return [...new Set(all)].join(', ');
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
