import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { JsonValue } from '../api-model.ts';
import { member, textOf } from '../json-reader.ts';
import { pointerTo, segmentsOf } from '../reference.ts';

/** Where something was written. */
export interface Origin {
  /** Absolute path. */
  readonly file: string;
  /** JSON pointer in that file as a URI fragment. */
  readonly pointer: string;
}

/** Local files, parsed when they are first asked for. */
export type Files = (file: string) => Promise<JsonValue | undefined>;

interface Spot {
  readonly file: string;
  readonly segments: readonly string[];
}

/** Makes the reader of files that are JSON or YAML; what is neither holds nothing. */
export function createFiles(): Files {
  const read = new Map<string, Promise<JsonValue | undefined>>();
  return (file) => {
    const known = read.get(file) ?? parse(file).catch(() => undefined);
    read.set(file, known);
    return known;
  };
}

async function parse(file: string): Promise<JsonValue | undefined> {
  const text = await readFile(file, 'utf8');
  if (/^\uFEFF?\s*[{[]/.test(text)) return JSON.parse(text.replace(/^\uFEFF/, ''));
  const { parseYaml } = await import('@redocly/openapi-core');
  return parseYaml(text) as JsonValue; // parsed from YAML, so plain data
}

// More than anybody writes; references may lead round in circles.
const MOST_JUMPS = 32;

/**
 * Where a place of a document in one piece was written, when the document has many files; the
 * nearest place around it where that cannot be told.
 *
 * @param root - Of the document, an absolute path.
 * @param pointer - Into the document in one piece.
 */
export async function findOrigin(files: Files, root: string, pointer: string): Promise<Origin> {
  let spot: Spot = { file: root, segments: segmentsOf(pointer) };
  for (let jumps = 0; jumps < MOST_JUMPS; jumps += 1) {
    const found = await walk(files, spot, root);
    if ('pointer' in found) return found;
    spot = found;
  }
  return { file: root, pointer };
}

/** As far as a file leads: the place itself, or where it goes on. */
async function walk(files: Files, spot: Spot, root: string): Promise<Origin | Spot> {
  const { file, segments } = spot;
  let value = await files(file);
  for (const [at, segment] of segments.entries()) {
    const next = Array.isArray(value) ? value[Number(segment)] : member(value, segment);
    if (next === undefined) {
      const ref = textOf(value, '$ref');
      if (ref !== undefined) return goOn(targetOf(file, ref), segments.slice(at));
      const named = file === root ? await findComponent(files, spot, at) : undefined;
      return named ?? { file, pointer: pointerTo(...segments.slice(0, at)) };
    }
    value = next;
  }
  return { file, pointer: pointerTo(...segments) };
}

/** A component that stands in the document in one piece only. */
async function findComponent(
  files: Files,
  { file, segments }: Spot,
  at: number,
): Promise<Spot | undefined> {
  // In Swagger 2.0 components stand at the root.
  const nameAt = segments[0] === 'components' ? 2 : 1;
  const name = at <= nameAt ? segments[nameAt] : undefined;
  const named = name === undefined ? undefined : await findNamed(files, file, name);
  return named && goOn(named, segments.slice(nameAt + 1));
}

function goOn({ file, segments }: Spot, rest: readonly string[]): Spot {
  return { file, segments: [...segments, ...rest] };
}

function targetOf(file: string, ref: string): Spot {
  const [path = ''] = ref.split('#');
  const segments = segmentsOf(ref.includes('#') ? ref : '');
  return { file: path === '' ? file : resolve(dirname(file), path), segments };
}

/** The place that the bundler has called so: by the end of its pointer, else by its file. */
async function findNamed(files: Files, root: string, name: string): Promise<Spot | undefined> {
  const wanted = [name, name.replace(/-\d+$/, '')];
  const reached = new Set([root]);
  for (const file of reached) {
    for (const ref of refsIn(await files(file))) {
      const target = targetOf(file, ref);
      const called = target.segments.at(-1) ?? basename(target.file).replace(/\.[^.]*$/, '');
      const isElsewhere = target.file !== root;
      if (isElsewhere && wanted.includes(called)) return target;
      if (!/^https?:/i.test(ref)) reached.add(target.file);
    }
  }
  return undefined;
}

function refsIn(document: JsonValue | undefined): string[] {
  const open: (JsonValue | undefined)[] = [document];
  const refs: string[] = [];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const ref = textOf(value, '$ref');
    if (ref !== undefined) refs.push(ref);
    open.push(...Object.values(value));
  }
  return refs;
}
