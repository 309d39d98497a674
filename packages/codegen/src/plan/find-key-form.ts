import { isObject, type JsonValue, member, type SecurityScheme, textOf } from '@product/spec-model';

const ALPHABETS: { readonly [name: string]: string } = { base62: '0-9A-Za-z', hex: '0-9a-f' };
const GUID = '/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i';

/**
 * The form of a scheme's keys, as an argument of the runtime's `checked`.
 *
 * @remarks Keys are checked where a mistyped one can be told for sure: by a checksum, or as a GUID.
 * @param scheme - A security scheme, with or without `x-api-key-policy`.
 * @returns `undefined` if keys are not checked.
 */
export function findKeyForm({ extensions }: SecurityScheme): string | undefined {
  const policy = extensions['x-api-key-policy'];
  const secret = member(policy, 'secret');
  const format = textOf(secret, 'format') ?? 'prefixed';
  if (format === 'guid') return `{ form: ${GUID} }`;
  const length = member(secret, 'length');
  if (textOf(secret, 'checksum') !== 'crc32' || typeof length !== 'number') return undefined;
  const characters = ALPHABETS[textOf(secret, 'alphabet') ?? ''] ?? ALPHABETS['base62'];
  // The mock's keys have a marker, the service's do not.
  const marker = literally(textOf(secret, 'mock_marker') ?? 'mock_');
  const prefixes = format === 'prefixed' ? prefixesOf(member(policy, 'modes')) : '';
  const only = prefixes === '' ? '' : `, only: /^${prefixes}/`;
  const form = `/^${prefixes}(?:${marker})?[${characters}]{${length}}$/`;
  return `{ form: ${form}${only}, checksum: 'crc32' }`;
}

function prefixesOf(modes: JsonValue | undefined): string {
  const prefixes = Object.values(isObject(modes) ? modes : {}).map((mode) =>
    textOf(mode, 'prefix'),
  );
  const known = prefixes.filter((prefix) => prefix !== undefined).map(literally);
  return known.length === 0 ? '' : `(?:${known.join('|')})`;
}

function literally(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_]/g, (sign) => `\\${sign}`);
}
