import { stat } from 'node:fs/promises';
import { BaseResolver, isAbsoluteUrl, ResolveError, type Source } from '@redocly/openapi-core';

/**
 * Follows references to local files and refuses the rest.
 *
 * @remarks A document that fetches is a document whose meaning depends on the network, and a way to
 * make a build machine call an address of the author's choice.
 */
export class LocalResolver extends BaseResolver {
  private readonly onFile: (path: string) => void;

  /**
   * Makes a resolver without memory of another's files.
   *
   * @param onFile - Hears of each file that is looked for, whether it is there or not.
   */
  constructor(onFile: (path: string) => void = () => undefined) {
    super();
    this.onFile = onFile;
  }

  /**
   * Reads one file that a reference names.
   *
   * @param absoluteRef - Absolute path of the file.
   * @throws ResolveError when it is remote, missing or not a regular file.
   */
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isAbsoluteUrl(absoluteRef)) {
      throw refusal(
        absoluteRef,
        'remote references are refused. Copy the file beside the document',
      );
    }
    this.onFile(absoluteRef);
    const found = await stat(absoluteRef).catch(() => undefined);
    if (found === undefined) {
      throw refusal(absoluteRef, 'there is no such file. Correct the path');
    }
    if (!found.isFile()) {
      throw refusal(absoluteRef, 'it is not a file. Name a YAML or JSON file');
    }
    return super.loadExternalRef(absoluteRef);
  }
}

function refusal(ref: string, reason: string): ResolveError {
  return new ResolveError(new Error(`cannot read ${ref}: ${reason}.`));
}
