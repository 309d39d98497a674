import type { Secret } from '../credentials/secret.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { ApiProfile } from './profile.ts';

/**
 * Mode of a key, such as `live` or `test`.
 *
 * @param token - The key.
 * @param prefixes - Prefix of each mode's keys.
 * @returns `undefined` if the key tells no mode.
 */
export function modeOf(
  token: Secret | undefined,
  prefixes: ApiProfile['keyPrefixes'],
): string | undefined {
  const key = token?.reveal() ?? '';
  return Object.keys(prefixes).find((mode) => key.startsWith(prefixes[mode] ?? key));
}

/**
 * Finds a key on its way to the address of another mode, such as a test key to the live host.
 *
 * @param token - The key.
 * @param baseUrl - Where it goes, without a slash at its end.
 * @param profile - Prefixes and addresses of the modes.
 * @returns Both modes; `undefined` if they agree, or one of them is not known.
 */
export function findModeMismatch(
  token: Secret | undefined,
  baseUrl: string,
  { keyPrefixes, modeUrls = {} }: ApiProfile,
): { readonly keyMode: string; readonly urlMode: string } | undefined {
  const keyMode = modeOf(token, keyPrefixes);
  if (keyMode === undefined || modeUrls[keyMode] === baseUrl) return undefined;
  const urlMode = Object.keys(modeUrls).find((mode) => modeUrls[mode] === baseUrl);
  return urlMode === undefined ? undefined : { keyMode, urlMode };
}

/**
 * Refuses a key of another mode than the client is meant for.
 *
 * @param token - The key.
 * @param settings - The mode it must have, and the prefixes that tell.
 * @throws A {@link ConfigurationError} `mode_mismatch`.
 */
export function checkMode(
  token: Secret | undefined,
  settings: { readonly expectMode?: string | undefined; readonly profile: ApiProfile },
): void {
  const { expectMode, profile } = settings;
  if (expectMode === undefined || token === undefined) return;
  const mode = modeOf(token, profile.keyPrefixes);
  if (mode === expectMode) return;
  throw new ConfigurationError(
    'mode_mismatch',
    `cannot use the API key: its mode is ${mode ?? 'unknown'}, and expectMode is ${expectMode}.`,
  );
}
