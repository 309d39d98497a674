import type { JsonObject } from '@product/spec-model';

/**
 * A schema that nothing can be checked against: a reference that leads nowhere, a keyword of a wrong
 * type, a pattern that is none.
 *
 * @remarks It is raised when that schema is first used on a value, never for its neighbours.
 */
export class SchemaError extends Error {
  /** Always `SchemaError`. */
  override readonly name = 'SchemaError';
  /** Always the same, to tell it from other errors. */
  readonly code = 'unusable_schema';
  /**
   * RFC 6901, of the keyword at fault: from the document's root for a component
   * (`/components/schemas/Task/properties/id/$ref`), else from the schema that was used.
   */
  readonly pointer: string;
  /** The schema that has the keyword; absent where the pointer is that of a schema. */
  readonly schema: JsonObject | undefined;

  constructor(pointer: string, reason: string, schema?: JsonObject) {
    super(`cannot use the schema at "${pointer}": ${reason}. Correct the document, or overlay it.`);
    this.pointer = pointer;
    this.schema = schema;
  }
}
