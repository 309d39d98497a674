/** Includes every other scope. */
const everything = 'admin:*';

/** Whether one of the permissions includes a scope: itself, `tasks:*` for `tasks:read`, or `admin:*`. */
export function grants(permissions: readonly string[], scope: string): boolean {
  return permissions.some(
    (permission) =>
      permission === scope ||
      permission === everything ||
      (permission.endsWith(':*') && scope.startsWith(permission.slice(0, -1))),
  );
}

/** The first of the scopes that the permissions do not include. */
export function missingScope(
  permissions: readonly string[],
  scopes: readonly string[],
): string | undefined {
  return scopes.find((scope) => !grants(permissions, scope));
}
