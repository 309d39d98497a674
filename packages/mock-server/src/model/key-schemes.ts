import type { ApiModel, SecurityScheme } from '@product/spec-model';

/** How credentials of a security scheme travel, and what they may be. */
export interface CredentialForm {
  /** `bearer` and `basic` after their RFCs; `raw`: the header's value is the credential. */
  readonly kind: 'bearer' | 'basic' | 'raw';
  /** In lower case. */
  readonly header: string;
  /** Whether keys are accepted. */
  readonly key: boolean;
  /** Whether access tokens of the token endpoint are accepted. */
  readonly token: boolean;
  /** Whether JSON Web Tokens of a sign-in are accepted. */
  readonly jwt: boolean;
}

/**
 * Reads the forms of credentials that the mock understands, by the name of their scheme.
 *
 * @remarks A bearer scheme of keys takes access tokens too, since they stand for a key.
 */
export function readCredentialForms(model: ApiModel): ReadonlyMap<string, CredentialForm> {
  const forms = new Map<string, CredentialForm>();
  for (const [name, scheme] of Object.entries(model.securitySchemes)) {
    const form = readForm(scheme, scheme.extensions['x-api-key-policy'] !== undefined);
    if (form !== undefined) forms.set(name, form);
  }
  return forms;
}

function readForm(scheme: SecurityScheme, key: boolean): CredentialForm | undefined {
  const header = 'authorization';
  const takes = { key, token: true, jwt: !key };
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') {
    return { kind: 'bearer', header, key: false, token: true, jwt: false };
  }
  if (scheme.type === 'http' && scheme.scheme === 'bearer') {
    return { kind: 'bearer', header, ...takes };
  }
  // What else travels by Basic, such as the client of a token endpoint, is read by its handler.
  if (!key) return undefined;
  const alone = { key: true, token: false, jwt: false };
  if (scheme.type === 'http' && scheme.scheme === 'basic') {
    return { kind: 'basic', header, ...alone };
  }
  if (scheme.type !== 'apiKey' || scheme.in !== 'header') return undefined;
  return { kind: 'raw', header: (scheme.name ?? header).toLowerCase(), ...alone };
}
