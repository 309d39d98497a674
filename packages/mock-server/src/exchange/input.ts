import type { JsonValue } from '@product/spec-model';
import type { Credentials } from '../keys/credentials.ts';

/** What a request asks, checked and in the types that the document gives it. */
export interface Input {
  /** By name; every one that the template has. */
  readonly path: ReadonlyMap<string, JsonValue>;
  /** By name; those that came, and those with a default. */
  readonly query: ReadonlyMap<string, JsonValue>;
  /** Absent when there was none. Properties that the document calls `readOnly` are left out. */
  readonly body: JsonValue | undefined;
  readonly credentials: Credentials;
}
