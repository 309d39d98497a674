import type { CredentialForm } from '../model/key-schemes.ts';

/** What an `Authorization` header says. */
export type Credentials =
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

const token68 = /^[A-Za-z0-9\-._~+/]+=*$/;

/**
 * Reads `Authorization`.
 *
 * @remarks The scheme's name is case-insensitive (RFC 9110 §11.1). Two headers are malformed, also
 * when a door has joined them with a comma: neither a token nor base64 contains one.
 * @param values - Every value that came.
 * @see RFC 6750 §2.1, RFC 7617 §2
 */
export function readCredentials(values: readonly string[] | undefined): Credentials {
  const [value, second] = values ?? [];
  if (value === undefined || value.trim() === '') return { kind: 'missing' };
  const parts = /^([A-Za-z]+) +([^ ]+) *$/.exec(value);
  const [, scheme = '', rest = ''] = parts ?? [];
  if (second !== undefined || !token68.test(rest)) return { kind: 'malformed' };
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token: rest };
  if (scheme.toLowerCase() === 'basic') return readBasic(rest);
  return { kind: 'malformed' };
}

function readBasic(encoded: string): Credentials {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const colon = text.indexOf(':');
    if (colon < 0) return { kind: 'malformed' };
    return { kind: 'basic', user: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return { kind: 'malformed' };
  }
}

/** The credentials of one form that came, if they are of that form. */
export function readForm(form: CredentialForm, values: readonly string[] | undefined): Credentials {
  const credentials = form.kind === 'raw' ? readRaw(values) : readCredentials(values);
  const wanted = form.kind === 'basic' ? 'basic' : 'bearer';
  const isOther = credentials.kind === 'bearer' || credentials.kind === 'basic';
  return isOther && credentials.kind !== wanted ? { kind: 'malformed' } : credentials;
}

// The value is the key itself: a scheme before it, or a second value, makes it something else.
function readRaw(values: readonly string[] | undefined): Credentials {
  const [value = '', second] = values ?? [];
  if (value.trim() === '') return { kind: 'missing' };
  if (second !== undefined || !token68.test(value.trim())) return { kind: 'malformed' };
  return { kind: 'bearer', token: value.trim() };
}

/** What a form looks like on the wire, for people. */
export function describeForm({ kind, header }: CredentialForm): string {
  const name = header === 'authorization' ? 'Authorization' : header;
  const scheme = { bearer: 'Bearer ', basic: 'Basic ', raw: '' }[kind];
  return `"${name}: ${scheme}${kind === 'basic' ? 'YOUR_KEY_ID:YOUR_SECRET in base64' : 'YOUR_API_KEY'}"`;
}
