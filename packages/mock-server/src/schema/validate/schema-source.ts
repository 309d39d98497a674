import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Check, Node } from './check.ts';
import type { Origin, Place } from './find-target.ts';
import type { Formats } from './formats.ts';
import type { SchemaError } from './schema-error.ts';

/** What compiling a schema needs of the document around it. */
export interface Link {
  /** The checkable form of a schema below the one at hand, not yet compiled. */
  node(schema: JsonValue, pointer: string): Node;
  /** What a `$ref` of the schema at hand leads to. */
  follow(ref: string): Node | undefined;
  /** The same as plain data; absent when it leads nowhere or to no object. */
  peek(ref: string): JsonObject | undefined;
  readonly tools: SchemaTools;
}

/**
 * One schema while it is compiled: its keywords in their types.
 *
 * @remarks A keyword that is `null` counts as absent: that is what an empty line of YAML gives.
 */
export interface SchemaSource {
  readonly schema: JsonObject;
  /** RFC 6901; see {@link SchemaError.pointer}. */
  readonly pointer: string;
  readonly link: Link;
  number(keyword: string): number | undefined;
  text(keyword: string): string | undefined;
  list(keyword: string): readonly JsonValue[] | undefined;
  node(keyword: string): Node | undefined;
  nodes(keyword: string): readonly Node[] | undefined;
  /** The members of a keyword whose value is an object, by name. */
  members(keyword: string): readonly (readonly [name: string, value: JsonValue])[];
  /** The checkable form of a schema that stands in a keyword's value. */
  at(keyword: string, name: string | number, schema: JsonValue): Node;
  /** What to throw when a keyword cannot be used. */
  unusable(keyword: string, reason: string): SchemaError;
}

/** What checking values takes besides schemas; what a document does not need stays out of a bundle. */
export interface SchemaTools {
  /** Gives whether a text matches a `pattern`; absent when the pattern is none. */
  readonly readPattern: (source: string) => ((text: string) => boolean) | undefined;
  /** Formats that are checked, by name; others say nothing (JSON Schema validation, section 7.2.3). */
  readonly formats: Formats;
  /** Absent where no schema has them. */
  readonly rare?: RareKeywords;
  /** Finds what a `$ref` means; absent when it means nothing. */
  readonly findTarget: (origin: Origin, ref: string) => Place | undefined;
}

/** Keywords that most documents do without, so that a bundle can too. */
export interface RareKeywords {
  readonly all: (source: SchemaSource) => readonly Check[];
  readonly lists: (source: SchemaSource) => readonly Check<readonly JsonValue[]>[];
  readonly objects: (source: SchemaSource) => readonly Check<JsonObject>[];
  /** Adds what has to be asked after everything else. */
  readonly after: (source: SchemaSource, others: Check) => Check;
}
