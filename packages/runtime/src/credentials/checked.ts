import { type ConfigurationCode, ConfigurationError } from '../errors/configuration-error.ts';
import type { Credential } from './credential.ts';
import type { TokenSource } from './token-source.ts';

/** What is known of a key before it is sent. */
export interface KeyForm {
  /** Matches a whole key. */
  readonly form: RegExp;
  /** Matches what must have that form; what it does not match, such as an access token, is not checked. */
  readonly only?: RegExp;
  /** Set if the last six characters are a checksum, in base 62 (`0-9A-Za-z`), of what stands before them. */
  readonly checksum?: 'crc32';
}

const CHECKSUM_LENGTH = 6;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A way to send keys that refuses a mistyped one before anything is sent.
 *
 * @param send - Makes a credential of a key: `bearer`.
 * @param known - The form of a key; of a pair `key:secret` that of its secret.
 * @returns The same, which throws {@link ConfigurationError} `malformed_key` or `invalid_key_checksum`.
 */
export function checked(
  send: (key: TokenSource) => Credential,
  known: KeyForm,
): (key: TokenSource) => Credential {
  return (source) => {
    if (typeof source === 'string') {
      const credential = send(source);
      checkKey(source, known);
      return credential;
    }
    return send(async () => {
      const given = await source();
      checkKey(typeof given === 'string' ? given : given?.token, known);
      return given;
    });
  };
}

function checkKey(given: unknown, { form, only, checksum }: KeyForm): void {
  // Who sends it says more of what no key may hold: of spaces, of other types.
  if (typeof given !== 'string' || !/^[\x21-\x7e]+$/.test(given)) return;
  const key = given.slice(given.indexOf(':') + 1);
  if (only && !only.test(key)) return;
  const { length } = key;
  if (!form.test(key))
    throw fault(
      'malformed_key',
      `its ${length} characters are not those of a key of this API. ` +
        'Look for characters that are missing, or that were copied along with it',
    );
  const end = length - CHECKSUM_LENGTH;
  if (checksum && checksumOf(key.slice(0, end)) !== key.slice(end))
    throw fault(
      'invalid_key_checksum',
      `characters ${end + 1} to ${length}, its checksum, do not fit those before them. ` +
        'One of them is mistyped: copy the key again',
    );
}

function fault(code: ConfigurationCode, why: string): ConfigurationError {
  return new ConfigurationError(code, `cannot use the API key: ${why}.`);
}

/** CRC-32 as in IEEE 802.3, in base 62. */
function checksumOf(text: string): string {
  let crc = -1;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  let rest = ~crc >>> 0;
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
