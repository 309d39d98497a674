import type { Json } from '../contract/open-document.ts';
import { members } from '../contract/open-document.ts';
import { listOf, type Node } from './open-document.ts';

/** Ids that the mock itself gave out, for the paths that need some. */
export interface Harvest {
  /** Takes the rows of an answer. */
  keep(path: string, body: Json): void;
  /** The value of a path parameter: of a row of the path before it, else of the nearest thing. */
  find(wanted: Wanted): string | undefined;
}

/** A path parameter that needs a value. */
export interface Wanted {
  readonly name: string;
  /** The template up to it: `/tasks`. */
  readonly before: string;
  /** Whether its schema asks for a number. */
  readonly isNumber: boolean;
}

/** Remembers the rows of answers by the path that gave them and by what they are. */
export function createHarvest(): Harvest {
  const rows = new Map<string, Node>();
  return {
    keep(path, body) {
      const row = firstRow(body);
      if (row === undefined) return;
      for (const key of [path, nounOf(path)]) if (!rows.has(key)) rows.set(key, row);
    },
    find({ name, before, isNumber }) {
      const row = rows.get(before) ?? rows.get(foldNoun(name)) ?? rows.get(nounOf(before));
      const found = row === undefined ? undefined : idOf(row, { name, isNumber });
      if (found !== undefined) return found;
      const holder = [...rows.values()].find((one) => one[name] !== undefined);
      return holder === undefined ? undefined : idOf(holder, { name, isNumber });
    },
  };
}

function firstRow(body: Json): Node | undefined {
  if (Array.isArray(body)) return body.length > 0 ? members(body[0]) : undefined;
  const lists = Object.values(members(body)).filter((held) => Array.isArray(held));
  const list = lists.find((held) => Object.keys(members(listOf(held)[0])).length > 0);
  const isPage = members(body)['id'] === undefined;
  if (list !== undefined && isPage) return members(listOf(list)[0]);
  const [inner] = Object.values(members(body)).filter((held) => members(held)['id'] !== undefined);
  return isPage && inner !== undefined ? members(inner) : members(body);
}

function idOf(
  row: Node,
  { name, isNumber }: Pick<Wanted, 'name' | 'isNumber'>,
): string | undefined {
  const bare = name.replace(/_?(id|key|slug|name|number)$/i, '');
  const last = name.slice(bare.length).replace('_', '').toLowerCase();
  const own = members(row[name]);
  const tried = [row[name], row[last], row['id'], row['number'], own['login'], own['id']];
  const names = ['login', 'slug', 'name', 'key'].map((member) => row[member]);
  const scalars = [...tried, ...names].filter((value) => /string|number/.test(typeof value));
  const found = scalars.find((value) => isNumber === (typeof value === 'number')) ?? scalars[0];
  return found === undefined ? undefined : String(found);
}

/** `/v1/customers` → `customer` */
function nounOf(path: string): string {
  const words = path.split('/').filter((step) => step !== '' && !step.startsWith('{'));
  return foldNoun(words.at(-1) ?? '');
}

function foldNoun(name: string): string {
  return name
    .replace(/[_-]?(id|key|slug|name|number)$/i, '')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()
    .replace(/(?<=[^s])s$/, '')
    .replace(/ie$/, 'y');
}
