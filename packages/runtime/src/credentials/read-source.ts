import { ConfigurationError } from '../errors/configuration-error.ts';
import { maskCause } from '../errors/mask-cause.ts';
import { type Grant, readGrant, type TokenFailure } from './read-grant.ts';
import type { AskToken } from './token-credential.ts';
import type { TokenSource } from './token-source.ts';

/**
 * A token that was given outright, or what to ask for it.
 *
 * @param source - The token, or a function that gives one.
 * @param forbidden - Finds a character that may not stand in a token of this kind.
 * @throws A {@link ConfigurationError} `missing_key` or `malformed_key`, if it is no function.
 */
export function readSource(source: TokenSource, forbidden: RegExp): Grant | AskToken {
  if (typeof source === 'function') return () => askSource(source, forbidden);
  const grant = readGrant(source, forbidden);
  if (typeof grant === 'function') throw grant();
  return grant;
}

async function askSource(
  source: Exclude<TokenSource, string>,
  forbidden: RegExp,
): Promise<Grant | TokenFailure> {
  try {
    return readGrant(await source(), forbidden);
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) {
      const { code, message } = thrown;
      return (context) => new ConfigurationError(code, message, context);
    }
    const message = 'cannot get an API key: the function that gives it failed. See the cause.';
    return (context, masker) =>
      new ConfigurationError('key_source_failed', message, {
        ...context,
        cause: maskCause(thrown, masker),
      });
  }
}
