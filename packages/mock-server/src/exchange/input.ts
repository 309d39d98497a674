import type { JsonValue } from '@product/spec-model';

/** What a request asks, checked and in the types that the document gives it. */
export interface Input {
  /** By name; every one that the template has. */
  readonly path: ReadonlyMap<string, JsonValue>;
  /** By name; those that came, and those with a default. */
  readonly query: ReadonlyMap<string, JsonValue>;
  /** Absent when there was none. Properties that the document calls `readOnly` are left out. */
  readonly body: JsonValue | undefined;
  /** The files of a `multipart/form-data` body, in order; absent when there was none. */
  readonly files?: readonly SentFile[];
}

/** What is kept of a file that was sent; the body holds its text. */
export interface SentFile {
  /** The field of the form. */
  readonly name: string;
  /** As the client calls it; may be empty. */
  readonly filename: string;
  /** Its media type, as written. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}
