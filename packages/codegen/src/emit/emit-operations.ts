import type { JsonValue } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import type { OperationPlan } from '../plan/plan-operation.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { dataLiteral, objectKey } from '../text/literal.ts';

/** `operations.ts`: the facts of each operation that the runtime decides by. */
export function emitOperations(plan: SdkPlan): GeneratedFile[] {
  const facts = plan.resources
    .flatMap((resource) => resource.operations)
    .map((planned) => `${objectKey(planned.operation.id)}: ${dataLiteral(factsOf(planned))},`);
  // Isolated declarations allow no `satisfies` here; each call checks its facts against the runtime.
  const content = `/** What the document says of each operation, by its operationId. */
export const operations = {
${facts.join('\n')}
} as const;
`;
  return [{ path: 'operations.ts', content }];
}

function factsOf(planned: OperationPlan): JsonValue {
  const { operation, body, idempotencyHeader, pagination, result } = planned;
  const policy = operation.extensions['x-rate-limit-policy'];
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    ...(idempotencyHeader === undefined ? {} : { idempotencyHeader }),
    ...(body === undefined ? {} : { bodyType: body.mediaType }),
    ...(pagination === undefined ? {} : { pagination: pagination.facts }),
    ...(result.responseType === undefined ? {} : { responseType: result.responseType }),
    ...(result.mayBeEmpty ? { mayBeEmpty: true } : {}),
    ...(isAnonymous(planned) ? { anonymous: true } : {}),
    ...(typeof policy === 'string' ? { rateLimitPolicy: policy } : {}),
  };
}

function isAnonymous({ operation: { security } }: OperationPlan): boolean {
  return security.length === 0 || security.some((schemes) => Object.keys(schemes).length === 0);
}
