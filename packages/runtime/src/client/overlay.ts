/**
 * A copy of some settings with others on top.
 *
 * @param base - The settings.
 * @param changes - Changes by the same names; what is `undefined`, or no setting, changes nothing.
 */
export function overlay<Base extends object>(base: Base, changes: object = {}): Base {
  const known = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && Object.hasOwn(base, name),
  );
  return { ...base, ...Object.fromEntries(known) };
}
