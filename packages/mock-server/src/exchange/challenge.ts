import type { Core } from '../core.ts';
import type { CredentialForm } from '../model/key-schemes.ts';
import type { Operation } from '../model/operation.ts';

/** What a challenge says. */
export interface ChallengeFacts {
  /** Absent: the challenge is bare, since no credentials were sent. */
  readonly error?: string | undefined;
  readonly detail?: string;
  readonly scope?: string;
}

const names = { bearer: 'Bearer', basic: 'Basic', raw: 'ApiKey' } as const;

/**
 * The value of `WWW-Authenticate`: one challenge for each way in which the operation lets itself be
 * authenticated.
 *
 * @remarks Keys in a header of their own have no registered scheme; theirs is called `ApiKey`.
 * @see RFC 9110 §11.6.1, RFC 6750 §3, RFC 7617 §2
 */
export function challenge(
  { model, keyPolicy }: Core,
  operation: Operation,
  facts: ChallengeFacts,
): string {
  const schemes = operation.api.security.flatMap((needed) => Object.keys(needed));
  const forms = [...new Set(schemes)].flatMap((scheme) => keyPolicy.forms.get(scheme) ?? []);
  const written = forms.map((form) => challengeOf(form, model.info.title, facts));
  return [...new Set(written)].join(', ');
}

function challengeOf({ kind }: CredentialForm, title: string, facts: ChallengeFacts): string {
  const parts = [`realm=${quoted(title)}`];
  if (kind === 'basic') parts.push('charset="UTF-8"');
  if (kind === 'bearer' && facts.error !== undefined) {
    parts.push(`error=${quoted(facts.error)}`);
    if (facts.detail !== undefined) parts.push(`error_description=${quoted(facts.detail)}`);
    if (facts.scope !== undefined) parts.push(`scope=${quoted(facts.scope)}`);
  }
  return `${names[kind]} ${parts.join(', ')}`;
}

// RFC 6750 §3 allows %x20-21 / %x23-5B / %x5D-7E in these values: no quote, no backslash.
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')}"`;
}
