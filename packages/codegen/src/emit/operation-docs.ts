import type { OperationPlan } from '../plan/plan-operation.ts';
import type { ResourcePlan } from '../plan/plan-resources.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';

/** Everything the docs of a method are made from. */
export interface OperationDocs {
  readonly plan: SdkPlan;
  readonly resource: ResourcePlan;
  readonly planned: OperationPlan;
}
