import type { ApiResource } from '@product/spec-model';
import { camelCase, kebabCase, NameRegister, pascalCase } from '../text/identifier.ts';
import {
  CLASS_MEMBERS,
  CLIENT_MEMBERS,
  RATE_LIMIT,
  RATE_LIMIT_MEMBERS,
} from '../text/reserved-names.ts';
import { type OperationPlan, planOperation } from './plan-operation.ts';
import type { Planning } from './planning.ts';

/** A resource and the names of what is made of it. */
export interface ResourcePlan {
  readonly resource: ApiResource;
  /** Member of the client: `apiKeys`. */
  readonly propertyName: string;
  /** Class of the runtime that it extends. */
  readonly baseClass: 'Resource' | 'RateLimitResource';
  /** `ApiKeys`. */
  readonly className: string;
  /** Without extension: `api-keys`. */
  readonly fileName: string;
  readonly operations: readonly OperationPlan[];
}

/** Names the resources and plans their operations. */
export function planResources(planning: Planning): ResourcePlan[] {
  const members = new NameRegister(CLIENT_MEMBERS);
  const files = new NameRegister();
  return planning.model.resources.map((resource) => {
    const className = planning.names.claim(pascalCase(resource.name), 'Resource');
    const propertyName = members.claim(camelCase(resource.name), 'Resource');
    const isRateLimit = propertyName === RATE_LIMIT;
    const methods = new NameRegister(isRateLimit ? RATE_LIMIT_MEMBERS : CLASS_MEMBERS);
    return {
      resource,
      propertyName,
      baseClass: isRateLimit ? 'RateLimitResource' : 'Resource',
      className,
      fileName: files.claim(kebabCase(resource.name), '-resource'),
      operations: planning.model.operations
        .filter((operation) => operation.resource === resource.name)
        .map((operation) =>
          planOperation({
            ...planning,
            operation,
            method: methods.claim(camelCase(operation.verb), 'Operation'),
            typePrefix: `${className}${pascalCase(operation.verb)}`,
          }),
        ),
    };
  });
}
