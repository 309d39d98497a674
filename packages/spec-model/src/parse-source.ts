import { fileURLToPath } from 'node:url';
import {
  type Document,
  isAbsoluteUrl,
  makeDocumentFromString,
  YamlParseError,
} from '@redocly/openapi-core';
import { atStart, DocumentError, type DocumentProblem } from './document-error.ts';
import { asUrl, type DocumentSource } from './document-source.ts';
import { expandedSize } from './expanded-size.ts';
import type { LocalResolver } from './local-resolver.ts';

// Twenty times what Stripe's document of 2.6 MB holds.
const MOST_VALUES = 2_000_000;

/**
 * Parses one file of YAML or JSON, and keeps the text that positions are looked up in.
 *
 * @param given - The file, or an object, which is printed first so that it has positions too.
 * @param memoryName - What to call an object in problems.
 * @param resolver - Reads files.
 * @throws A {@link DocumentError} with code `unreadable` or `syntax`.
 */
export async function parseSource(
  given: DocumentSource,
  memoryName: string,
  resolver: LocalResolver,
): Promise<Document> {
  const source = asUrl(given);
  const name = nameOf(source, memoryName);
  if (isAbsoluteUrl(name) && !resolver.mayFetch(name)) {
    const reason = `cannot read ${name}: only local files are read. Download it`;
    throw atStart(name, 'unreadable', reason);
  }
  if (typeof source === 'object' && !(source instanceof URL)) {
    return makeDocumentFromString(print(source, memoryName), memoryName);
  }
  const read = await resolver.resolveDocument(null, name, true).catch((error: unknown) => error);
  if (read instanceof YamlParseError) {
    throw new DocumentError(name, [syntaxProblem(read)]);
  }
  if (read instanceof Error) {
    throw atStart(resolver.resolveExternalRef(null, name), 'unreadable', read.message);
  }
  return read as Document; // resolveDocument gives a document or an Error, and the errors are gone
}

/** Tells a document whose YAML aliases stand for more than any reader can walk. */
export function isEndless(parsed: object): boolean {
  return expandedSize(parsed) > MOST_VALUES;
}

function nameOf(source: DocumentSource, memoryName: string): string {
  if (source instanceof URL) {
    return source.protocol === 'file:' ? fileURLToPath(source) : source.href;
  }
  return typeof source === 'string' ? source : memoryName;
}

function print(source: object, memoryName: string): string {
  try {
    return JSON.stringify(source, null, 2);
  } catch {
    const reason = 'the object is cyclic. Give it with its $refs unresolved';
    throw atStart(memoryName, 'unreadable', reason);
  }
}

function syntaxProblem(error: YamlParseError): DocumentProblem {
  return {
    // The place stands beside it.
    message: error.message.replace(/ in "[^"]*" \(\d+:\d+\)$/, ''),
    file: error.source.absoluteRef,
    line: error.line || 1,
    column: error.col || 1,
    pointer: '#/',
    code: 'syntax',
  };
}
