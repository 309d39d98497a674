import type { JsonObject } from '@product/spec-model';
import { asNumber, asObject, asText } from './json-read.ts';

/** How the secret of a key looks. */
export interface SecretPolicy {
  /**
   * `prefixed`: mode prefix and random part; `opaque`: a random part; `guid`: a random UUID;
   * `pair`: a random part that goes with the key's id.
   */
  readonly format: 'prefixed' | 'opaque' | 'guid' | 'pair';
  /** What the random part is drawn from. */
  readonly alphabet: 'base62' | 'hex';
  /** Characters of the random part, its checksum included. */
  readonly length: number;
  /** What stands between prefix and random part, so that secret scanners stay quiet. */
  readonly mockMarker: string;
  /** Whether the last six characters are a checksum of all that stands before them. */
  readonly checksum: boolean;
}

const formats = ['prefixed', 'opaque', 'guid', 'pair'] as const;

/** Reads the member `secret` of a key policy. */
export function readSecretPolicy(value: unknown): SecretPolicy {
  const secret = asObject(value);
  return {
    format: formats.find((format) => format === secret['format']) ?? 'prefixed',
    alphabet: secret['alphabet'] === 'hex' ? 'hex' : 'base62',
    length: asNumber(secret['length'], 32),
    mockMarker: asText(secret['mock_marker'], 'mock_'),
    checksum: secret['checksum'] === 'crc32',
  };
}

/**
 * Reads the prefix of each mode's secrets: `live` → `sk_live_`.
 *
 * @param fallback - The only mode of a policy that names none, with its prefix.
 */
export function readModes(
  modes: JsonObject,
  fallback: readonly [string, string],
): ReadonlyMap<string, string> {
  const entries = Object.entries(modes).map(([mode, rule]): [string, string] => [
    mode,
    asText(asObject(rule)['prefix'], ''),
  ]);
  return new Map(entries.length > 0 ? entries : [fallback]);
}
