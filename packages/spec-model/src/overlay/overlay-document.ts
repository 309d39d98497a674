import { makeDocumentFromString } from '@redocly/openapi-core';
import { bundleDocument } from '../bundle-document.ts';
import { checkDocument } from '../check-document.ts';
import { DocumentError, type DocumentProblem } from '../document-error.ts';
import type { DocumentSource } from '../document-source.ts';
import { LocalResolver } from '../local-resolver.ts';
import { readDocument } from '../read-document.ts';
import { refuseEndlessRefs } from '../refuse-endless-refs.ts';
import { applyInOrder, type Overlaid } from './apply-in-order.ts';
import { blameOverlay } from './blame-overlay.ts';
import { readOverlays } from './read-overlay.ts';

const OVERLAID = '<document with overlays>';

/**
 * Steps 2 and 3 of a document with overlays: bundled first, so that a target may lead into every
 * file of the document, then overlaid, and checked as it is then.
 *
 * @param source - The document.
 * @param overlaySources - The overlays, in order.
 * @param resolver - Reads files.
 * @throws A {@link DocumentError} with every problem, each at its place in the document or overlay.
 */
export async function overlayDocument(
  source: DocumentSource,
  overlaySources: readonly DocumentSource[],
  resolver: LocalResolver,
): Promise<Overlaid> {
  const overlays = await readOverlays(overlaySources, resolver);
  const written = await readDocument(source, resolver);
  refuseEndlessRefs(written);
  const file = written.source.absoluteRef;
  const bundled = await bundleDocument(written, resolver);
  const overlaid = applyInOrder(bundled, overlays, file.startsWith('<') ? undefined : file);
  const found = await problemsOf(JSON.stringify(overlaid.document, null, 2));
  if (found.length > 0) {
    const own = await writtenProblems(source);
    throw new DocumentError(
      file,
      found.map((problem) => blameOverlay(problem, overlaid, own)),
    );
  }
  return overlaid;
}

async function problemsOf(text: string): Promise<readonly DocumentProblem[]> {
  // Printed and read again, so that the checker has positions and nothing is shared.
  const document = makeDocumentFromString<Record<string, unknown>>(text, OVERLAID);
  return caught(() => checkDocument(document, new LocalResolver()));
}

/** What is wrong with the document by itself; the bundler wrote into the copy read before. */
function writtenProblems(source: DocumentSource): Promise<readonly DocumentProblem[]> {
  const resolver = new LocalResolver();
  return caught(async () => checkDocument(await readDocument(source, resolver), resolver));
}

async function caught(check: () => Promise<void>): Promise<readonly DocumentProblem[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof DocumentError) {
      return error.problems;
    }
    throw error;
  }
}
