import { getLineColLocation, type Source } from '@redocly/openapi-core';
import type { DocumentProblem } from './document-error.ts';

/** What is wrong, and where in the text. */
export interface Fault {
  /** JSON pointer in the file as a URI fragment. */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The kind of fault. */
  readonly code: DocumentProblem['code'];
}

/**
 * Gives a fault its line and column.
 *
 * @param source - The text that the pointer leads into.
 * @param fault - What is wrong, and where.
 */
export function problemAt(source: Source, { pointer, message, code }: Fault): DocumentProblem {
  const { start } = getLineColLocation({ source, pointer });
  const { line, col: column } = start;
  return { message, file: source.absoluteRef, line, column, pointer, code };
}
