import type { ApiResponse } from '@product/spec-model';
import type { TypePrinter } from '../schema/type-printer.ts';
import type { PaginationPlan } from './find-pagination.ts';
import { jsonContent } from './json-content.ts';
import { type ResultPlan, typeOfOther } from './plan-result.ts';
import type { OperationPlanning } from './planning.ts';

/** The body of each answer of an operation, by status: what `result()` tells apart. */
export interface AnswersPlan {
  /** `TasksGetAnswers`. */
  readonly typeName: string;
  readonly answers: readonly AnswerPlan[];
}

/** One answer of the document. */
export interface AnswerPlan {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly type: string;
  readonly description: string;
}

/** Chooses the types of an operation's answers; an operation that streams has none to tell apart. */
export function planAnswers(
  { operation, names, typePrefix }: OperationPlanning,
  printer: TypePrinter,
  { result, pagination }: { result: ResultPlan; pagination: PaginationPlan | undefined },
): AnswersPlan | undefined {
  // What is neither a success nor an error ends before there is a result.
  const told = operation.responses.filter(({ status }) => /^[245d]|304/.test(status));
  if (result.form !== 'data' || told.length === 0) {
    return undefined;
  }
  return {
    typeName: names.claim(`${typePrefix}Answers`, 'Type'),
    answers: told.map((response) => ({
      status: response.status,
      description: response.description,
      type: typeOf(response, printer, response === result.answer ? ownType() : undefined),
    })),
  };

  function ownType(): string {
    if (pagination !== undefined) {
      return `Page<${result.type}>`;
    }
    return result.type.replace(/ \| undefined$/, '');
  }
}

function typeOf(response: ApiResponse, printer: TypePrinter, own: string | undefined): string {
  if (own !== undefined) {
    return own;
  }
  const isSuccess = response.status.startsWith('2');
  const [first] = response.content;
  if (first === undefined) {
    return isSuccess ? 'undefined' : 'unknown';
  }
  const json = jsonContent(response);
  if (json !== undefined) {
    return printer.print(json.schema);
  }
  return isSuccess ? typeOfOther(first.mediaType) : 'unknown';
}
