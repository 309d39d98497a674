import type { DocumentSource, FileRules } from './document-source.ts';
import type { applyInOrder } from './overlay/apply-in-order.ts';
import type { Overlay } from './overlay/read-overlay.ts';

/** Overlays, and what applies them. */
export interface LoadedOverlays {
  readonly read: readonly Overlay[];
  readonly applyInOrder: typeof applyInOrder;
}

/**
 * Reads overlays, and loads what reads and applies them only now.
 *
 * @throws A {@link DocumentError} with every problem of every overlay.
 */
export async function loadOverlays(
  overlays: readonly DocumentSource[],
  rules: FileRules = {},
): Promise<LoadedOverlays> {
  const [apply, { readOverlays }, { LocalResolver }] = await Promise.all([
    import('./overlay/apply-in-order.ts'),
    import('./overlay/read-overlay.ts'),
    import('./local-resolver.ts'),
  ]);
  const read = await readOverlays(overlays, new LocalResolver(rules));
  return { read, applyInOrder: apply.applyInOrder };
}
