import { type Document, detectSpec } from '@redocly/openapi-core';
import { atStart } from './document-error.ts';
import type { DocumentSource } from './document-source.ts';
import type { LocalResolver } from './local-resolver.ts';
import { isEndless, parseSource } from './parse-source.ts';

/** A document as its author wrote it, with the text that positions are looked up in. */
export type WrittenDocument = Document<Record<string, unknown>>;

const IN_MEMORY = '<document>';

/** Step 1: reads the text, parses it, and sees that it is OpenAPI of a supported version. */
export async function readDocument(
  source: DocumentSource,
  resolver: LocalResolver,
): Promise<WrittenDocument> {
  const document = await parseSource(source, IN_MEMORY, resolver);
  const reason = refuse(document.parsed);
  if (reason !== undefined) {
    throw atStart(document.source.absoluteRef, 'not-openapi', reason);
  }
  return document as WrittenDocument; // refuse() saw that it is an object
}

function refuse(parsed: unknown): string | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return 'an OpenAPI document is an object with a member openapi or swagger.';
  }
  if (!('openapi' in parsed) && !('swagger' in parsed)) {
    return 'the member openapi (or swagger) is missing. Give an OpenAPI document.';
  }
  if (isEndless(parsed)) {
    return 'its YAML aliases stand for too much, or for themselves. Use $ref for what is shared.';
  }
  try {
    detectSpec(parsed);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
