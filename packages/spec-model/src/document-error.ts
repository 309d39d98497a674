/**
 * Why a document was refused.
 *
 * @remarks `unreadable`: the file is missing, a folder or remote. `syntax`: neither YAML nor JSON.
 * `not-openapi`: no `openapi` or `swagger` member, or a version that is not supported.
 * `dangling-ref`: a `$ref` that leads nowhere. `structure`: a member missing, misplaced or of the
 * wrong type. `not-overlay`: no overlay of version 1.0 or 1.1. `json-path`: no JSONPath of RFC 9535.
 * `contradictory-action`: two of update, copy and remove. `incompatible-update`: values of different
 * kinds. `copy-source`: not exactly one value to copy.
 * `too-large`: copies of copies. As warnings only, `no-match` and
 * `extends-another`. The others name the rule of OpenAPI that is broken.
 */
export type DocumentProblemCode =
  | 'unreadable'
  | 'syntax'
  | 'not-openapi'
  | 'dangling-ref'
  | 'structure'
  | 'duplicate-operation-id'
  | 'duplicate-path'
  | 'duplicate-parameter'
  | 'path-parameter'
  | 'component-name'
  | 'unknown-security-scheme'
  | 'not-overlay'
  | 'json-path'
  | 'contradictory-action'
  | 'incompatible-update'
  | 'copy-source'
  | 'too-large'
  | 'no-match'
  | 'extends-another';

/** One fault in a document and the place to mend it. */
export interface DocumentProblem {
  /** What is wrong, in one sentence. */
  readonly message: string;
  /**
   * Absolute path of the file. What has none: `<document>` and `<overlay 1>` when an object was
   * read; `<document with overlays>` when only overlays and document together are at fault.
   */
  readonly file: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** Column in the line, counted from 1. */
  readonly column: number;
  /** JSON pointer in the file as a URI fragment: `#/paths/~1tasks/get`. */
  readonly pointer: string;
  /** The kind of fault, to tell problems apart without reading the message. */
  readonly code: DocumentProblemCode;
}

/**
 * A document that cannot be read, with every problem that was found.
 *
 * @example
 * ```ts
 * try {
 *   await loadApi('openapi.yaml');
 * } catch (error) {
 *   if (error instanceof DocumentError) {
 *     for (const { file, line, message } of error.problems) console.error(file, line, message);
 *   }
 * }
 * ```
 */
export class DocumentError extends Error {
  /** Tells this error from others without `instanceof`. */
  readonly kind: 'document' = 'document';
  /** At least one, in the order in which they were found. */
  readonly problems: readonly DocumentProblem[];

  /**
   * Gathers the problems of one reading.
   *
   * @param source - What was read, for the message.
   * @param problems - At least one.
   */
  constructor(source: string, problems: readonly DocumentProblem[]) {
    super(`cannot read ${source}: ${summarize(problems)}`);
    this.name = 'DocumentError';
    this.problems = problems;
  }
}

function summarize(problems: readonly DocumentProblem[]): string {
  const lines = problems.map(
    (problem) =>
      `  ${problem.file}:${problem.line}:${problem.column} ${problem.pointer} ${problem.message}`,
  );
  return `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.\n${lines.join('\n')}`;
}

/**
 * A problem of a file as a whole.
 *
 * @param file - Its path, or what it is called.
 * @param code - The kind of fault.
 * @param message - What is wrong, in one sentence.
 */
export function atStart(file: string, code: DocumentProblemCode, message: string): DocumentError {
  return new DocumentError(file, [{ message, file, line: 1, column: 1, pointer: '#/', code }]);
}
