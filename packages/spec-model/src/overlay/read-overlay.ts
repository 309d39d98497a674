import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAbsoluteUrl, type Source } from '@redocly/openapi-core';
import type { JsonObject, JsonValue } from '../api-model.ts';
import { atStart, DocumentError, type DocumentProblem } from '../document-error.ts';
import type { DocumentSource } from '../document-source.ts';
import { isObject, textOf } from '../json-reader.ts';
import type { LocalResolver } from '../local-resolver.ts';
import { isEndless, parseSource } from '../parse-source.ts';
import { problemAt } from '../problem-at.ts';
import { shapeFaults } from './overlay-shape.ts';
import { type Action, type OverlayVersion, readActions } from './read-actions.ts';

/** An overlay whose actions can be applied. */
export interface Overlay {
  /** The text that positions are looked up in. */
  readonly source: Source;
  /** Whose rules it follows. */
  readonly version: OverlayVersion;
  /** What document it was written for, as far as it says so. */
  readonly extends: string | undefined;
  /** In the order in which they are applied. */
  readonly actions: readonly Action[];
}

/**
 * Reads overlays.
 *
 * @param sources - Paths, `file:` URLs, or overlays already parsed.
 * @param resolver - Reads files.
 * @throws A {@link DocumentError} with every problem of every overlay.
 */
export async function readOverlays(
  sources: readonly DocumentSource[],
  resolver: LocalResolver,
): Promise<readonly Overlay[]> {
  const overlays: Overlay[] = [];
  const problems: DocumentProblem[] = [];
  for (const [index, source] of sources.entries()) {
    try {
      overlays.push(await readOverlay(source, `<overlay ${index + 1}>`, resolver));
    } catch (error) {
      if (!(error instanceof DocumentError)) {
        throw error;
      }
      problems.push(...error.problems);
    }
  }
  const [first] = problems;
  if (first !== undefined) {
    throw new DocumentError(first.file, problems);
  }
  return overlays;
}

/**
 * Tells whether an overlay names another document than the one it is applied to.
 *
 * @remarks Only files can be compared: a document may be a copy of what a URL leads to.
 *
 * @param overlay - The overlay.
 * @param file - Absolute path of the document; undefined when it is in memory.
 */
export function extendsAnother(overlay: Overlay, file: string | undefined): boolean {
  const named = overlay.extends;
  if (named === undefined || file === undefined || overlay.source.absoluteRef.startsWith('<')) {
    return false;
  }
  if (isAbsoluteUrl(named)) {
    return false;
  }
  const [path = ''] = named.split('#');
  return pathOf(path, dirname(overlay.source.absoluteRef)) !== resolve(file);
}

function pathOf(named: string, folder: string): string {
  if (named.startsWith('file:')) {
    return fileURLToPath(named);
  }
  try {
    return resolve(folder, decodeURIComponent(named));
  } catch {
    return resolve(folder, named); // a per cent sign that escapes nothing
  }
}

async function readOverlay(
  from: DocumentSource,
  memoryName: string,
  resolver: LocalResolver,
): Promise<Overlay> {
  const { source, parsed } = await parseSource(from, memoryName, resolver);
  const overlay = objectOf(parsed as JsonValue, source); // parsed from YAML or JSON, so plain data
  const version = versionOf(overlay, source);
  const shape = shapeFaults(overlay);
  const { actions, faults } =
    shape.length > 0 ? { actions: [], faults: shape } : readActions(overlay, version);
  if (faults.length > 0) {
    throw new DocumentError(
      source.absoluteRef,
      faults.map((fault) => problemAt(source, fault)),
    );
  }
  return { source, version, extends: textOf(overlay, 'extends'), actions };
}

function objectOf(parsed: JsonValue, source: Source): JsonObject {
  if (!isObject(parsed) || !Object.hasOwn(parsed, 'overlay')) {
    throw notOverlay(source, 'an overlay is an object with a member overlay.');
  }
  if (isEndless(parsed)) {
    throw notOverlay(source, 'its YAML aliases stand for too much, or for themselves.');
  }
  return parsed;
}

function versionOf(overlay: JsonObject, source: Source): OverlayVersion {
  const written = overlay['overlay'];
  const known = typeof written === 'string' ? /^(1\.[01])\.\d+$/.exec(written)?.[1] : undefined;
  if (known === undefined) {
    const message = `cannot apply version ${JSON.stringify(written)} of the Overlay Specification: it is not known. Write '1.0.0' or '1.1.0'.`;
    const problem = problemAt(source, { pointer: '#/overlay', code: 'not-overlay', message });
    throw new DocumentError(source.absoluteRef, [problem]);
  }
  return known as OverlayVersion; // the pattern lets nothing else through
}

function notOverlay(source: Source, reason: string): DocumentError {
  return atStart(source.absoluteRef, 'not-overlay', reason);
}
