import type { ApiModel } from '@product/spec-model';
import { MockError } from '../mock-error.ts';
import { checkOptionNames } from '../options/check-options.ts';
import { suggestName } from '../options/nearest-name.ts';

/**
 * Whom the security of a document lets in. `open`: whoever sends credentials of the right form;
 * `strict`: keys of `mock.keys` only; `off`: everybody. A list of credentials is strict and lets
 * those in, too.
 */
export type SecurityOption = 'open' | 'strict' | 'off' | StrictSecurity;

/** Credentials that are let in besides the keys of `mock.keys`. */
export interface StrictSecurity {
  /** Each lets in whoever sends it. */
  readonly credentials: readonly AcceptedCredential[];
}

/** One credential that is let in. */
export interface AcceptedCredential {
  /** The name of the security scheme in the document. */
  readonly scheme: string;
  /** The token, or the key. */
  readonly value?: string;
  /** Of `basic` and `digest`. */
  readonly username?: string;
  /**
   * Of `basic` and `digest`.
   * @defaultValue any
   */
  readonly password?: string;
  /**
   * What it grants.
   * @defaultValue everything
   */
  readonly scopes?: readonly string[];
}

/**
 * Refuses an option that makes no sense for the document.
 *
 * @throws {@link MockError} with code `invalid_option`.
 */
export function checkSecurityOption(option: SecurityOption, model: ApiModel): void {
  if (option === 'open' || option === 'strict' || option === 'off') return;
  if (typeof option !== 'object' || !Array.isArray(option.credentials)) {
    throw refuse(`there is no "${String(option)}". Use 'open', 'strict', 'off' or credentials`);
  }
  checkOptionNames('set the security', option, ['credentials']);
  for (const credential of option.credentials) checkCredential(credential, model);
}

const credentialNames = ['scheme', 'value', 'username', 'password', 'scopes'];

function checkCredential(credential: AcceptedCredential, { securitySchemes }: ApiModel): void {
  checkOptionNames('set the security', credential, credentialNames);
  const { scheme, value, username } = credential;
  const known = Object.keys(securitySchemes);
  if (!known.includes(scheme)) {
    throw refuse(`there is no scheme "${scheme}". ${suggestName(scheme, known)}`);
  }
  if (value === undefined && username === undefined) {
    throw refuse(`a credential of ${scheme} is empty. Give its value, or its username`);
  }
}

function refuse(reason: string): MockError {
  const message = `cannot set the security: ${reason}`;
  return new MockError('invalid_option', /[.]$/.test(message) ? message : `${message}.`);
}
