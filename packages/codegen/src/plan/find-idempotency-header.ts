import { type ApiModel, type ApiOperation, textOf } from '@product/spec-model';

const USUAL = 'Idempotency-Key';

/**
 * The header in which an operation takes an idempotency key, as the operation spells it.
 *
 * @remarks The root's `x-idempotency.header` names it; without that, `Idempotency-Key`.
 */
export function findIdempotencyHeader(
  operation: ApiOperation,
  model: ApiModel,
): string | undefined {
  const named = (textOf(model.extensions['x-idempotency'], 'header') ?? USUAL).toLowerCase();
  return operation.parameters.find(
    (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === named,
  )?.name;
}
