import { stat } from 'node:fs/promises';
import { BaseResolver, isAbsoluteUrl, ResolveError, type Source } from '@redocly/openapi-core';
import type { FileRules } from './document-source.ts';

/**
 * Follows references to local files, and to remote ones when that is allowed.
 *
 * @remarks A document that fetches is a document whose meaning depends on the network, and a way to
 * make a build machine call an address of the author's choice.
 */
export class LocalResolver extends BaseResolver {
  readonly #rules: FileRules;

  /**
   * Makes a resolver without memory of another's files.
   *
   * @param rules - Which files may be read.
   */
  constructor(rules: FileRules = {}) {
    super();
    this.#rules = rules;
  }

  /** Whether a URL may be fetched. */
  mayFetch(url: string): boolean {
    return this.#rules.allowRemote === true && /^https?:/i.test(url);
  }

  /**
   * Reads one file that a reference names.
   *
   * @param absoluteRef - Absolute path of the file, or a URL.
   * @throws ResolveError when it is remote, missing or not a regular file.
   */
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (this.mayFetch(absoluteRef)) return super.loadExternalRef(absoluteRef);
    if (isAbsoluteUrl(absoluteRef)) {
      throw refusal(
        absoluteRef,
        'remote references are refused. Copy the file beside the document',
      );
    }
    this.#rules.onFile?.(absoluteRef);
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
