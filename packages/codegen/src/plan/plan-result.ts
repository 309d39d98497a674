import type { ApiResponse, JsonSchema } from '@product/spec-model';
import { propertiesOf, schemaName } from '../schema/schema-reader.ts';
import type { TypePrinter } from '../schema/type-printer.ts';
import type { PaginationPlan } from './find-pagination.ts';
import { jsonContent } from './json-content.ts';
import type { OperationPlanning } from './planning.ts';

/** What a method gives. */
export interface ResultPlan {
  /** What stands between the angle brackets of `ApiPromise` or `PagePromise`. */
  readonly type: string;
  /** A type that belongs to the operation, when the schema has no name. */
  readonly declared?: { readonly name: string; readonly schema: JsonSchema };
  /** Description of the answer. */
  readonly description: string;
}

/** Chooses the type of a method's result: of the lowest success that has a body. */
export function planResult(
  planning: OperationPlanning,
  printer: TypePrinter,
  pagination: PaginationPlan | undefined,
): ResultPlan {
  const { operation } = planning;
  const successes = operation.responses.filter(({ status }) => status.startsWith('2'));
  const answers = successes.length > 0 ? successes : defaultOf(operation.responses);
  const answer = answers.find(({ content }) => content.length > 0);
  if (answer === undefined) {
    return { type: 'void', description: answers[0]?.description ?? '' };
  }
  if (pagination !== undefined) {
    return { type: printer.print(pagination.items), description: answer.description };
  }
  const schema = jsonContent(answer)?.schema;
  const declared = declare(planning, schema);
  const type = declared?.name ?? printer.print(schema);
  const mayBeEmpty = answers.some(({ content }) => content.length === 0) && type !== 'unknown';
  return {
    type: mayBeEmpty ? `${type} | undefined` : type,
    description: answer.description,
    ...(declared === undefined ? {} : { declared }),
  };
}

function declare(
  { names, typePrefix }: OperationPlanning,
  schema: JsonSchema | undefined,
): ResultPlan['declared'] {
  const isInline = typeof schema === 'object' && schemaName(schema) === undefined;
  return isInline && propertiesOf(schema).length > 0
    ? { name: names.claim(`${typePrefix}Result`, 'Type'), schema }
    : undefined;
}

function defaultOf(responses: readonly ApiResponse[]): ApiResponse[] {
  return responses.filter(({ status }) => status === 'default');
}
