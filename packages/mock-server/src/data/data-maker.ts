import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Random } from '../random/random.ts';

/** Makes values that a document's schemas accept. */
export interface DataMaker {
  /**
   * A value of a schema: the wish's own members, then examples, defaults and constants of the
   * document, then one that looks like what the field's name, format and type say.
   *
   * @returns Absent when the schema has no finite value that it accepts.
   */
  make(schema: JsonSchema, wish: Wish): JsonValue | undefined;
}

/** What a made value is for. */
export interface Wish {
  readonly random: Random;
  /** Epoch milliseconds: dates lie around it, `created_at` before `updated_at`. */
  readonly now: number;
  /** Whose side it is for: a response leaves `writeOnly` properties out, a request `readOnly` ones. */
  readonly direction: 'request' | 'response';
  /** The name of the field that it fills, for what it should look like. */
  readonly name?: string;
  /** Members that stay as they are, of an object. */
  readonly given?: JsonObject;
  /**
   * Which optional properties an object gets.
   *
   * @defaultValue `'all'`
   */
  readonly optional?: 'all' | 'none';
  /**
   * Whether the document's examples come first; without them every value is made.
   *
   * @defaultValue `true`
   */
  readonly examples?: boolean;
  /** Asked before anything is made for a property: ids of rows that exist, and the like. */
  readonly lookUp?: (name: string, schema: JsonSchema) => JsonValue | undefined;
}
