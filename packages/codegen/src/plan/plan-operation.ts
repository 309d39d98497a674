import type { ApiOperation, ApiParameter } from '@product/spec-model';
import { TypePrinter } from '../schema/type-printer.ts';
import { camelCase, NameRegister } from '../text/identifier.ts';
import { METHOD_BINDINGS, RESERVED_WORDS } from '../text/reserved-names.ts';
import { findIdempotencyHeader } from './find-idempotency-header.ts';
import { findPagination, type PaginationPlan } from './find-pagination.ts';
import { type AnswersPlan, planAnswers } from './plan-answers.ts';
import { type BodyPlan, planBody } from './plan-body.ts';
import { planResult, type ResultPlan } from './plan-result.ts';
import type { OperationPlanning } from './planning.ts';

/** An operation and everything its method needs. */
export interface OperationPlan {
  readonly operation: ApiOperation;
  /** `list`. */
  readonly method: string;
  readonly path: readonly PathParameterPlan[];
  readonly body?: BodyPlan;
  readonly query?: ParametersPlan;
  readonly headers?: ParametersPlan;
  readonly pagination?: PaginationPlan;
  readonly result: ResultPlan;
  readonly answers?: AnswersPlan;
  /** `Idempotency-Key`, when the operation declares it. */
  readonly idempotencyHeader?: string;
  /** Writes the types; knows the models they name. */
  readonly printer: TypePrinter;
}

/** A parameter of the path and of the method. */
export interface PathParameterPlan {
  readonly parameter: ApiParameter;
  /** `taskId`. */
  readonly name: string;
}

/** Parameters that travel in one object. */
export interface ParametersPlan {
  /** `TasksListQuery`. */
  readonly typeName: string;
  readonly parameters: readonly ApiParameter[];
  /** Whether one of them must be given. */
  readonly required: boolean;
}

/** Plans one method: its parameters in order, its types and what it gives. */
export function planOperation(planning: OperationPlanning): OperationPlan {
  const { operation, method, model } = planning;
  const printer = new TypePrinter(model.schemas, planning.modelNames);
  const idempotencyHeader = findIdempotencyHeader(operation, model);
  const body = planBody(planning, printer);
  const query = planParameters(planning, 'query', []);
  const headers = planParameters(planning, 'header', [idempotencyHeader ?? '']);
  const pagination = findPagination(operation, model);
  const result = planResult(planning, printer, pagination);
  const answers = planAnswers(planning, printer, { result, pagination });
  return {
    operation,
    method,
    printer,
    path: planPath(operation),
    result,
    ...(answers === undefined ? {} : { answers }),
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(pagination === undefined ? {} : { pagination }),
    ...(idempotencyHeader === undefined ? {} : { idempotencyHeader }),
  };
}

function planPath(operation: ApiOperation): PathParameterPlan[] {
  const names = new NameRegister([...RESERVED_WORDS, ...METHOD_BINDINGS]);
  return operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .sort((one, other) => place(operation, one) - place(operation, other))
    .map((parameter) => ({ parameter, name: names.claim(camelCase(parameter.name), 'Value') }));
}

function place(operation: ApiOperation, parameter: ApiParameter): number {
  return operation.path.indexOf(`{${parameter.name}}`);
}

function planParameters(
  { operation, names, typePrefix }: OperationPlanning,
  location: 'query' | 'header',
  left: readonly string[],
): ParametersPlan | undefined {
  const parameters = operation.parameters.filter(
    (parameter) => parameter.in === location && !left.includes(parameter.name),
  );
  return parameters.length === 0
    ? undefined
    : {
        typeName: names.claim(`${typePrefix}${location === 'query' ? 'Query' : 'Headers'}`, 'Type'),
        parameters,
        required: parameters.some((parameter) => parameter.required),
      };
}
