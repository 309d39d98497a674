/**
 * Checks the answers of the Product API against its document; needs the package
 * `@cfworker/json-schema`.
 *
 * @packageDocumentation
 */

export type {
  AnswerData,
  Logger,
  ResponseIssue,
  ResponseValidator,
  ResponseValidatorOptions,
} from '@product/client-runtime/validate';
export { responseValidator } from './generated/validate.ts';
