import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Random } from '../random/random.ts';

/** Makes values that a document's schemas accept. */
export interface DataMaker {
  /**
   * A value of a schema: the wish's own members, then examples, defaults and constants of the
   * document, then one that looks like what the field's name, format and type say.
   *
   * @returns Absent when the schema has no finite value that it accepts. With `given` members there
   * is always a value, since what is wrong with those is not its to mend.
   */
  make(schema: JsonSchema, wish: Wish): JsonValue | undefined;
}

/** What a made value is for. */
export interface Wish {
  readonly random: Random;
  /** Epoch milliseconds: dates lie around it, `created_at` before `updated_at`. */
  readonly now: number;
  /**
   * Epoch milliseconds at which it came to be; give `now` for what is made this moment.
   *
   * @defaultValue some days before `now`
   */
  readonly createdAt?: number;
  /** Whose side it is for: a response leaves `writeOnly` properties out, a request `readOnly` ones. */
  readonly direction: 'request' | 'response';
  /** The name of the field that it fills, for what it should look like. */
  readonly name?: string;
  /** Members that stay as they are, of an object. */
  readonly given?: JsonObject;
  /**
   * Which optional properties an object gets; with `none` it is as small as it may be, and what may
   * be null is null unless it has a default.
   *
   * @defaultValue `'all'`
   */
  readonly optional?: 'all' | 'none';
  /**
   * Which optional properties the object itself gets, in place of all; objects in it are not meant.
   */
  readonly only?: ReadonlySet<string>;
  /**
   * Whether the document's examples come first; without them every value is made, and of an `enum`
   * any may be drawn rather than the first.
   *
   * @defaultValue `true`
   */
  readonly examples?: boolean;
  /**
   * Asked before anything is made for a property: ids of rows that exist, and the like. An answer
   * that the property's schema refuses is not used.
   */
  readonly lookUp?: ((name: string, schema: JsonSchema) => JsonValue | undefined) | undefined;
}
