import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import type { AnswerData, ResponseValidator } from '../client/response-validator.ts';
import type { ResponseIssue } from '../errors/decode-error.ts';
import type { Logger } from '../events/logger.ts';

/** The schemas of an API's successes, as the generator writes them. */
export interface ResponseSchemas {
  /** Named schemas, to which `#/$defs/…` refers. */
  readonly $defs: object;
  /** Schema by operationId and status; a status may be a range (`2XX`) or `default`. */
  readonly operations: { readonly [id: string]: { readonly [status: string]: object | boolean } };
}

/** What becomes of data that the document does not allow. */
export interface ResponseValidatorOptions {
  /**
   * `throw` ends the call in a `DecodeError` `response_invalid`; `warn` tells the logger, and lets the
   * data pass.
   *
   * @defaultValue `'throw'`
   */
  readonly mode?: 'throw' | 'warn' | undefined;
  /**
   * Who is told in mode `warn`: operation, status and issues, none of the data.
   *
   * @defaultValue `console`
   */
  readonly logger?: Pick<Logger, 'warn'> | undefined;
}

// One answer can break a rule a thousand times; nobody reads more than this.
const MAX_ISSUES = 20;

/** Keywords that only say that something below them is wrong. */
const WRAPPERS = new Set([
  'properties',
  'items',
  'prefixItems',
  '$ref',
  'allOf',
  'additionalProperties',
]);

/**
 * Checks the data of successes against the schemas of their document (JSON Schema 2020-12, formats
 * included). It compiles no code, so it runs where `eval` is forbidden.
 *
 * @remarks A schema is prepared when it is first needed. Meant for development and tests: it costs more
 * than the rest of a call.
 * @param schemas - The schemas.
 * @param options - What becomes of data that they do not allow.
 * @returns The validator, for the client's option `validateResponses`.
 */
export function createResponseValidator(
  schemas: ResponseSchemas,
  options: ResponseValidatorOptions = {},
): ResponseValidator {
  const { mode = 'throw', logger = globalThis.console } = options;
  const prepared = new Map<object | boolean, Validator>();
  return ({ operation, status, data }: AnswerData) => {
    const schema = schemaOf(schemas, operation, status);
    // Data without a schema, or without content, has nothing to be checked against.
    if (schema === undefined || data === undefined) return undefined;
    const validator = prepared.get(schema) ?? prepare(schemas, schema);
    prepared.set(schema, validator);
    const issues = issuesOf(validator, data);
    if (mode === 'throw' || issues.length === 0) return issues;
    logger.warn('an answer breaks the schema of the document', { operation, status, issues });
    return undefined;
  };
}

function schemaOf(
  { operations }: ResponseSchemas,
  operation: string,
  status: number,
): object | boolean | undefined {
  const byStatus = operations[operation];
  return byStatus?.[status] ?? byStatus?.[`${String(status)[0]}XX`] ?? byStatus?.['default'];
}

function prepare({ $defs }: ResponseSchemas, schema: object | boolean): Validator {
  // The validator notes addresses on the schemas that it is given; the generated ones stay as they are.
  // Its types know no schema that is a boolean; its code does.
  const root = structuredClone({ $defs, allOf: [schema] }) as Schema;
  return new Validator(root, '2020-12', false);
}

function issuesOf(validator: Validator, data: unknown): readonly ResponseIssue[] {
  const { errors } = validator.validate(data);
  const own = errors.filter(({ keyword }) => !WRAPPERS.has(keyword));
  return own.slice(0, MAX_ISSUES).map(toIssue);
}

function toIssue({ instanceLocation, keyword, error }: OutputUnit): ResponseIssue {
  const message = keyword === 'false' ? 'The document has no such member.' : error;
  return { pointer: decodeURI(instanceLocation.slice(1)), keyword, message };
}
