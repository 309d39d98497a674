import type { ApiOperation } from '@product/spec-model';

/** The scopes that the first way to authorize an operation asks for. */
export function scopesOf(operation: ApiOperation): readonly string[] {
  return [...new Set(Object.values(operation.security[0] ?? {}).flat())];
}
