import {
  type DocumentFault,
  type DocumentProblem,
  type DocumentSource,
  locateFaults,
  type ReadApi,
  readApi,
} from '@product/spec-model';
import type { MockOptions } from './options/mock-options.ts';

/** How a mock of a document behaves, and what is changed about the document first. */
export interface SpecMockOptions extends MockOptions {
  /**
   * OpenAPI Overlays (1.0 or 1.1) to apply, in order: paths, `file:` URLs, or overlays already
   * parsed.
   *
   * @defaultValue none
   */
  readonly overlays?: readonly DocumentSource[];
  /**
   * Hears of each action of an overlay that changes nothing, and the like, as a line with its place.
   *
   * @defaultValue nobody hears
   */
  readonly onWarning?: (line: string) => void;
  /**
   * Whether what the document refers to at `http:` and `https:` URLs is fetched, and the document
   * itself when it is at one.
   *
   * @defaultValue `false`
   */
  readonly allowRemote?: boolean;
  /**
   * Hears of what is wrong with the document, when anything is. Operations that need what is wrong
   * answer 501 and say so; the others are served.
   *
   * @defaultValue nobody hears
   */
  readonly onFaults?: (report: FaultReport) => void;
}

/** What is wrong with a document that is served all the same. */
export interface FaultReport {
  /** Each with its JSON pointer. */
  readonly faults: readonly DocumentFault[];
  /**
   * Gives some of them their file, line and column, which takes another look at the document.
   *
   * @param faults - Those to be shown.
   */
  locate(faults: readonly DocumentFault[]): Promise<readonly DocumentProblem[]>;
}

/**
 * Reads a document, tells what is wrong with it, and makes a mock of it.
 *
 * @param options - Of the reading and of the mock.
 * @param create - Makes the mock.
 */
export async function mockDocument<M>(
  document: DocumentSource,
  options: SpecMockOptions,
  create: (model: ReadApi['model'], options: MockOptions) => M,
): Promise<M> {
  const { overlays = [], allowRemote = false, onWarning, onFaults, ...mockOptions } = options;
  const { model, warnings, faults, file } = await readApi(document, { overlays, allowRemote });
  for (const { file, line, column, pointer, message } of warnings) {
    onWarning?.(`${file}:${line}:${column} ${pointer} ${message}`);
  }
  if (faults.length > 0) onFaults?.({ faults, locate: (shown) => locateFaults(file, shown) });
  return create(model, mockOptions);
}
