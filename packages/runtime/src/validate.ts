/**
 * Checks answers against the document they come from.
 *
 * @packageDocumentation
 */

export type { AnswerData, ResponseValidator } from './client/response-validator.ts';
export type { ResponseIssue } from './errors/decode-error.ts';
export type { Logger } from './events/logger.ts';
export {
  createResponseValidator,
  type ResponseSchemas,
  type ResponseValidatorOptions,
} from './validate/create-response-validator.ts';
