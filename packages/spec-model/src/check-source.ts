import type { JsonObject } from './api-model.ts';
import { bundleDocument } from './bundle-document.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentProblem } from './document-error.ts';
import type { DocumentSource, FileRules } from './document-source.ts';
import { LocalResolver } from './local-resolver.ts';
import { overlayDocument } from './overlay/overlay-document.ts';
import { readDocument } from './read-document.ts';

/** A document in one piece that breaks no rule of its version. */
export interface CheckedSource {
  readonly document: JsonObject;
  readonly warnings: readonly DocumentProblem[];
}

/**
 * Steps 1 to 3 of a strict reading: read, check and bundle, or with overlays read, bundle, overlay
 * and check.
 *
 * @throws A {@link DocumentError} with every problem, each with file, line, column and pointer.
 */
export async function checkSource(
  source: DocumentSource,
  overlays: readonly DocumentSource[],
  onFile: FileRules['onFile'],
): Promise<CheckedSource> {
  const resolver = new LocalResolver(onFile === undefined ? {} : { onFile });
  if (overlays.length > 0) return overlayDocument(source, overlays, resolver);
  const written = await readDocument(source, resolver);
  await checkDocument(written, resolver);
  return { document: await bundleDocument(written, resolver), warnings: [] };
}
