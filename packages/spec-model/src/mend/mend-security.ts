import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject, textOf } from '../json-reader.ts';
import { lookUp } from '../reference.ts';
import { type Mender, report } from './mender.ts';
import { mendItems, mendMembers } from './walk-members.ts';

const TYPES = ['http', 'apiKey', 'oauth2', 'openIdConnect', 'mutualTLS'];
const PLACES = ['header', 'query', 'cookie'];

/** Mends the named security schemes, and remembers which there are. */
export function mendSchemes(mender: Mender, value: JsonValue): JsonObject {
  const schemes = isObject(value) ? mendMembers(mender, value, mendScheme) : {};
  for (const name of Object.keys(schemes)) mender.schemes.add(name);
  return schemes;
}

function mendScheme(mender: Mender, value: JsonValue): JsonValue | undefined {
  const ref = textOf(value, '$ref');
  const reason = whyNot(ref === undefined ? value : lookUp(mender.document, ref));
  if (reason === undefined) return value;
  report(mender, { code: 'structure', message: `cannot read the security scheme: ${reason}.` });
  return undefined;
}

function whyNot(scheme: JsonValue | undefined): string | undefined {
  const type = textOf(scheme, 'type') ?? '';
  if (!TYPES.includes(type)) return `its type must be one of ${TYPES.join(', ')}`;
  if (type === 'http' && textOf(scheme, 'scheme') === undefined) return 'its scheme is missing';
  if (type !== 'apiKey') return undefined;
  const isPlaced = PLACES.includes(textOf(scheme, 'in') ?? '');
  return isPlaced && textOf(scheme, 'name') !== undefined
    ? undefined
    : 'it needs a name, and in: header, query or cookie';
}

/** Mends security requirements: an alternative that names no scheme of the document is left out. */
export function mendSecurity(mender: Mender, value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return mendItems(mender, value, mendRequirement);
  const message = 'security must be a list.';
  report(mender, { code: 'structure', message, harmless: true });
  return undefined;
}

function mendRequirement(mender: Mender, value: JsonValue): JsonValue | undefined {
  if (!isObject(value)) {
    const message = 'a security requirement must be an object.';
    report(mender, { code: 'structure', message, harmless: true });
    return undefined;
  }
  const unknown = Object.keys(value).filter((name) => !mender.schemes.has(name));
  for (const name of unknown) {
    const message = `there is no security scheme named "${name}".`;
    report(mender, { code: 'unknown-security-scheme', message, at: [name], harmless: true });
  }
  return unknown.length === 0 ? value : undefined;
}
