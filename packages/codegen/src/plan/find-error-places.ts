import { isObject, type JsonObject, type JsonValue, member } from '@product/spec-model';

/**
 * Where a refusal says why: JSON pointers to `{code}` and `{detail}` in the body of `x-error-format`.
 *
 * @param format - The root's `x-error-format`.
 * @returns `undefined` if the document has none, or says neither.
 */
export function findErrorPlaces(format: JsonValue | undefined): JsonObject | undefined {
  const body = member(format, 'body');
  const code = pointerTo('{code}', body);
  const message = pointerTo('{detail}', body);
  if (code === undefined && message === undefined) return undefined;
  return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

function pointerTo(text: string, value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value === text ? '' : undefined;
  if (!isObject(value)) return undefined;
  for (const [name, held] of Object.entries(value)) {
    const below = pointerTo(text, held);
    if (below !== undefined) {
      return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${below}`;
    }
  }
  return undefined;
}
