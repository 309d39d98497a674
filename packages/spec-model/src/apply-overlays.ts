import type { JsonObject } from './api-model.ts';
import type { DocumentProblem } from './document-error.ts';
import type { DocumentSource } from './document-source.ts';
import { loadOverlays } from './load-overlays.ts';

/** A document with its overlays, and what may not have been meant. */
export interface OverlaidDocument {
  /** The document with every action applied. */
  readonly document: JsonObject;
  /** Actions whose target selects nothing, each with its place in its overlay. */
  readonly warnings: readonly DocumentProblem[];
}

/**
 * Applies overlays (1.0 or 1.1) to a document of any kind, which is neither read as OpenAPI nor
 * checked.
 *
 * @param document - Plain data; it is not changed.
 * @param overlays - Paths, `file:` URLs, or overlays already parsed, applied in order.
 * @throws A {@link DocumentError} when an overlay cannot be read or an action cannot be applied.
 * @example
 * ```ts
 * const { document } = await applyOverlays({ info: { title: 'T' } }, ['title.overlay.yaml']);
 * ```
 */
export async function applyOverlays(
  document: JsonObject,
  overlays: readonly DocumentSource[],
): Promise<OverlaidDocument> {
  const { read, applyInOrder } = await loadOverlays(overlays);
  const { document: overlaid, warnings } = applyInOrder(document, read);
  return { document: overlaid, warnings };
}
