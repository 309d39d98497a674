import type { JsonObject } from '@product/spec-model';
import { isObject } from '../../model/json-read.ts';
import { escapeToken } from '../schema-fault.ts';
import {
  below,
  components,
  findTarget,
  type Home,
  type Origin,
  type Place,
} from './find-target.ts';

/** Finds what a reference means: as {@link findTarget}, else by `$anchor` or by `$id`. */
export function findNamed(origin: Origin, ref: string): Place | undefined {
  const target = findTarget(origin, ref);
  if (target !== undefined) return target;
  const [base = '', fragment = ''] = ref.split('#', 2);
  const home = base === '' ? origin.root : search(origin, ({ $id }) => $id === base);
  if (home === undefined || fragment === '') return base === '' ? undefined : home;
  if (fragment.startsWith('/')) return below(home, fragment);
  return search({ ...origin, root: home }, ({ $anchor, $dynamicAnchor }) =>
    [$anchor, $dynamicAnchor].includes(fragment),
  );
}

/** Looks for a schema first around the reference, then in all components. */
function search(
  { schemas, root }: Origin,
  isIt: (schema: JsonObject) => boolean,
): Place | undefined {
  const near = walk(root, isIt);
  if (near !== undefined) return near;
  for (const [name, schema] of Object.entries(schemas)) {
    const found = walk({ schema, pointer: `${components}/${escapeToken(name)}` }, isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

// Values that look like schemas and are none.
const data = new Set(['const', 'enum', 'default', 'example', 'examples']);

function walk(root: Home, isIt: (schema: JsonObject) => boolean): Place | undefined {
  const waiting: Place[] = [root];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { schema, pointer } = place;
    if (typeof schema !== 'object' || schema === null) continue;
    if (isObject(schema) && isIt(schema)) return { schema, pointer, root };
    for (const [name, value] of Object.entries(schema)) {
      if (data.has(name)) continue;
      waiting.push({ schema: value, pointer: `${pointer}/${escapeToken(name)}`, root });
    }
  }
  return undefined;
}
