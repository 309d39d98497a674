import type { ApiModel, ApiOperation } from '@product/spec-model';
import type { ModelNames } from '../schema/type-printer.ts';
import type { NameRegister } from '../text/identifier.ts';

/** What planning needs to know. */
export interface Planning {
  readonly model: ApiModel;
  readonly modelNames: ModelNames;
  /** Names of the module, to which the planned ones are added. */
  readonly names: NameRegister;
}

/** What planning an operation needs to know. */
export interface OperationPlanning extends Planning {
  readonly operation: ApiOperation;
  readonly method: string;
  /** `TasksList`, for the types that belong to the operation. */
  readonly typePrefix: string;
}
