import { fileURLToPath } from 'node:url';
import {
  type Document,
  detectSpec,
  isAbsoluteUrl,
  makeDocumentFromString,
  YamlParseError,
} from '@redocly/openapi-core';
import { DocumentError, type DocumentProblem } from './document-error.ts';
import { expandedSize } from './expanded-size.ts';
import type { LocalResolver } from './local-resolver.ts';

/** A document as its author wrote it, with the text that positions are looked up in. */
export type WrittenDocument = Document<Record<string, unknown>>;

const IN_MEMORY = '<document>';
// Twenty times what Stripe's document of 2.6 MB holds.
const MOST_VALUES = 2_000_000;

/** Step 1: reads the text, parses it, and sees that it is OpenAPI of a supported version. */
export async function readDocument(
  source: string | URL | object,
  resolver: LocalResolver,
): Promise<WrittenDocument> {
  const name = nameOf(source);
  const document = await parse(source, name, resolver);
  const reason = refuse(document.parsed);
  if (reason !== undefined) {
    throw atStart(document.source.absoluteRef, 'not-openapi', reason);
  }
  return document as WrittenDocument; // refuse() saw that it is an object
}

function nameOf(source: string | URL | object): string {
  if (source instanceof URL) {
    return source.protocol === 'file:' ? fileURLToPath(source) : source.href;
  }
  return typeof source === 'string' ? source : IN_MEMORY;
}

async function parse(
  source: string | URL | object,
  name: string,
  resolver: LocalResolver,
): Promise<Document> {
  if (isAbsoluteUrl(name)) {
    throw atStart(
      name,
      'unreadable',
      `cannot read ${name}: only local files are read. Download it`,
    );
  }
  if (typeof source === 'object' && !(source instanceof URL)) {
    return makeDocumentFromString(print(source), IN_MEMORY);
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

function print(source: object): string {
  try {
    return JSON.stringify(source, null, 2);
  } catch {
    throw atStart(
      IN_MEMORY,
      'unreadable',
      'the object is cyclic. Give it with its $refs unresolved',
    );
  }
}

function refuse(parsed: unknown): string | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return 'an OpenAPI document is an object with a member openapi or swagger.';
  }
  if (!('openapi' in parsed) && !('swagger' in parsed)) {
    return 'the member openapi (or swagger) is missing. Give an OpenAPI document.';
  }
  if (expandedSize(parsed) > MOST_VALUES) {
    return 'its YAML aliases stand for too much, or for themselves. Use $ref for what is shared.';
  }
  try {
    detectSpec(parsed);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function syntaxProblem(error: YamlParseError): DocumentProblem {
  return {
    message: error.message,
    file: error.source.absoluteRef,
    line: error.line || 1,
    column: error.col || 1,
    pointer: '#/',
    code: 'syntax',
  };
}

function atStart(file: string, code: DocumentProblem['code'], message: string): DocumentError {
  return new DocumentError(file, [{ message, file, line: 1, column: 1, pointer: '#/', code }]);
}
