import type { Core } from '../core.ts';

/**
 * The value of `WWW-Authenticate`.
 *
 * @param facts - Without an error the challenge is bare: no credentials were sent.
 * @see RFC 6750 §3
 */
export function challenge(
  { model }: Core,
  facts: {
    readonly error?: string | undefined;
    readonly detail?: string;
    readonly scope?: string;
  },
): string {
  const parts = [`realm=${quoted(model.info.title)}`];
  if (facts.error !== undefined) {
    parts.push(`error=${quoted(facts.error)}`);
    if (facts.detail !== undefined) parts.push(`error_description=${quoted(facts.detail)}`);
    if (facts.scope !== undefined) parts.push(`scope=${quoted(facts.scope)}`);
  }
  return `Bearer ${parts.join(', ')}`;
}

// RFC 6750 §3 allows %x20-21 / %x23-5B / %x5D-7E in these values: no quote, no backslash.
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')}"`;
}
