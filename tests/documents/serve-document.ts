import { listen } from '@product/mock-server/node';
import { createMockFromSpec, type SpecMockOptions } from '@product/mock-server/spec';

/** A mock of a document behind a port. */
export interface ServedDocument {
  readonly mock: Awaited<ReturnType<typeof createMockFromSpec>>;
  /** Where it is: `http://127.0.0.1:49152`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a document over HTTP on a free port.
 *
 * @param path - Of the document.
 * @param options - Beside the seed.
 */
export async function serveDocument(
  path: string,
  options: SpecMockOptions = {},
): Promise<ServedDocument> {
  const mock = await createMockFromSpec(path, { seed: 1, ...options });
  const { url, close } = await listen(mock, { port: 0 });
  return { mock, url, close };
}
