/**
 * The form of a `multipart/form-data` body: a part for each member, or for each item of an array.
 *
 * @remarks A `Blob` is a part of its type, and a `File` has its name; an object is a part of JSON; everything
 * else is text. `undefined` and `null` are left out. The generated methods use it.
 * @param fields - The members, or a form that is made already.
 */
export function multipart(fields: object | undefined): FormData | undefined {
  if (fields === undefined || fields instanceof FormData) return fields;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) form.append(name, toPart(item));
    }
  }
  return form;
}

function toPart(value: unknown): Blob | string {
  if (value instanceof Blob) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    // A view of memory that is shared is no part; the platform says so.
    return new Blob([value as ArrayBuffer]);
  }
  return typeof value === 'object'
    ? new Blob([JSON.stringify(value)], { type: 'application/json' })
    : String(value);
}
