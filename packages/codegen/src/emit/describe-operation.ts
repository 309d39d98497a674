import { type ApiOperation, type ApiResponse, member } from '@product/spec-model';
import type { OperationPlan } from '../plan/plan-operation.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { scopesOf } from '../plan/scopes-of.ts';
import { describeConstraints } from '../schema/describe-schema.ts';
import { followSchema } from '../schema/schema-reader.ts';
import { code, type DocComment, prose, sentence } from '../text/doc-comment.ts';
import { spokenName } from '../text/identifier.ts';
import { errorClassOf } from './error-classes.ts';
import { exampleCall } from './example-call.ts';
import type { OperationDocs } from './operation-docs.ts';

/** Says of an operation what a reader wants to know before calling it. */
export function describeOperation(docs: OperationDocs): DocComment {
  const { operation } = docs.planned;
  const spoken = `${spokenName(operation.verb)} (${spokenName(operation.resource)})`;
  const summary = sentence(operation.summary ?? '') || `Calls the operation ${code(spoken)}.`;
  return {
    summary,
    remarks: [prose(operation.description ?? ''), describeRequest(docs)],
    tags: [
      ...(operation.deprecated
        ? ['@deprecated The document marks this operation deprecated.']
        : []),
      ...describeParameters(docs),
      describeResult(docs.planned),
      ...describeErrors(operation.responses),
      `@example\n\`\`\`ts\n${exampleCall(docs)}\n\`\`\``,
    ],
  };
}

/** Method and path, scopes, limit and idempotency in one paragraph. */
function describeRequest({ plan, planned }: OperationDocs): string {
  const { operation, idempotencyHeader } = planned;
  const scopes = scopesOf(operation).map(code);
  const plural = scopes.length === 1 ? 'scope' : 'scopes';
  return [
    `${code(`${operation.method} ${operation.path}`)}.`,
    scopes.length === 0 ? '' : `Needs the ${plural} ${scopes.join(', ')}.`,
    describeCost(operation, plan),
    idempotencyHeader === undefined
      ? ''
      : `Sends an ${code(idempotencyHeader)}, the same one with each attempt, so a retry does nothing twice.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function describeCost(operation: ApiOperation, plan: SdkPlan): string {
  if (plan.model.extensions['x-rate-limit-policies'] === undefined) {
    return '';
  }
  const cost = operation.extensions['x-rate-limit-cost'] ?? 1;
  if (cost === 0) {
    return 'Not counted against the rate limit.';
  }
  return cost === 1
    ? 'Counts against the rate limit.'
    : `Counts ${Number(cost)} times against the rate limit.`;
}

function describeParameters({ plan, planned }: OperationDocs): string[] {
  const { path, body, query, headers } = planned;
  return [
    ...path.map(({ name, parameter }) => {
      const said =
        sentence(parameter.description ?? '') || `The path parameter ${code(parameter.name)}.`;
      const schema = followSchema(parameter.schema, plan.model.schemas);
      const bounds = typeof schema === 'object' ? describeConstraints(schema) : '';
      const words = [said, bounds, parameter.deprecated ? 'Deprecated.' : ''];
      return `@param ${name} - ${words.filter((word) => word !== '').join(' ')}`;
    }),
    ...(body === undefined
      ? []
      : [`@param body - ${sentence(body.description ?? '') || 'What is sent.'}`]),
    ...(query === undefined ? [] : [`@param query - ${describeQuery(planned)}`]),
    ...(headers === undefined ? [] : ['@param headers - Headers of this operation.']),
    '@param options - How this call is made: timeout, retries, signal.',
  ];
}

function describeQuery({ query, pagination }: OperationPlan): string {
  const own = (query?.parameters ?? []).filter(
    ({ name }) => name !== pagination?.parameter && name !== pagination?.limitParameter,
  );
  if (pagination === undefined) {
    return 'Parameters of the query.';
  }
  return own.length === 0 ? 'Size and place of the page.' : 'Filters, size and place of the page.';
}

function describeResult({ result, pagination }: OperationPlan): string {
  if (result.type === 'void') {
    return `@returns Nothing, once the answer is there. ${sentence(result.description) || 'success.'}`;
  }
  const said = sentence(result.description) || 'The answer.';
  if (result.form !== 'data') {
    return `@returns ${said} Nothing is sent until it is iterated.`;
  }
  return pagination === undefined
    ? `@returns ${said}`
    : `@returns ${said} Await it for one page, or iterate it for every item of every page.`;
}

function describeErrors(responses: readonly ApiResponse[]): string[] {
  return responses.flatMap((response) => {
    const error = errorClassOf(response.status);
    if (error === undefined) {
      return [];
    }
    const codes = codesOf(response);
    const status = response.status === 'default' ? 'Any other status' : response.status;
    const told =
      codes.length === 0 ? sentence(response.description) : `${codes.map(code).join(', ')}.`;
    return [`@throws ${status} {@link ${error}}: ${told}`];
  });
}

/** The error codes of an answer: its examples are named after them. */
function codesOf({ content }: ApiResponse): string[] {
  const examples = content.flatMap((media) => media.examples);
  return [
    ...new Set(
      examples
        .filter(({ name }) => name !== 'default')
        .map(({ name, value }) => {
          const stated = member(value, 'code') ?? member(value, 'error');
          return typeof stated === 'string' ? stated : name;
        }),
    ),
  ];
}
