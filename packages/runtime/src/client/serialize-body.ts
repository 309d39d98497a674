import type { Body } from '../pipeline/call.ts';
import type { HeaderRecord } from './options.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Serializes a body for its media type.
 *
 * @param body - What the caller gave.
 * @param type - Media type that the operation declares.
 */
export function serializeBody(body: unknown, type = 'application/json'): Body {
  if (isReady(body)) return body;
  if (type === FORM) return serializeForm(Object(body));
  return typeof body === 'string' && !/[/+]json\b/.test(type) ? body : JSON.stringify(body);
}

/**
 * The header that says what a body is; `undefined` if the platform must say it, as for a form with files, or
 * where the document names a range such as `image/*`.
 *
 * @param body - What the caller gave.
 * @param type - Media type that the operation declares.
 */
export function contentTypeOf(body: unknown, type: string | undefined): HeaderRecord | undefined {
  const stated = body !== undefined && type && !type.includes('*') && !(body instanceof FormData);
  return stated ? { 'content-type': type } : undefined;
}

function isReady(body: unknown): body is Exclude<Body, string | undefined> {
  return (
    body instanceof FormData ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream ||
    body instanceof URLSearchParams ||
    ArrayBuffer.isView(body)
  );
}

function serializeForm(fields: { readonly [name: string]: unknown }): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) form.append(name, String(item));
    }
  }
  return form.toString();
}
