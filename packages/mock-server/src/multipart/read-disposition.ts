/** What a part says of itself. */
export interface Disposition {
  /** Of the field. */
  readonly name: string;
  /** Set when the part is a file, perhaps without a name. */
  readonly filename?: string;
}

const parameter = /;[ \t]*([\w!#$%&'*+.^`|~-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^;"\s]*)/g;

/**
 * Reads `Content-Disposition` of a part.
 *
 * @returns Absent when it names no field of a form.
 * @see RFC 7578 §4.2, RFC 5987, and for the escapes https://html.spec.whatwg.org/#multipart-form-data
 */
export function readDisposition(header: string): Disposition | undefined {
  if (!/^form-data\s*(;|$)/i.test(header)) return undefined;
  const found = new Map<string, string>();
  for (const [, key = '', value = ''] of header.matchAll(parameter)) {
    found.set(key.toLowerCase(), value.startsWith('"') ? unquote(value) : value);
  }
  const name = found.get('name');
  const filename = readExtended(found.get('filename*')) ?? found.get('filename');
  if (name === undefined) return undefined;
  return { name, ...(filename === undefined ? {} : { filename }) };
}

// Browsers write %22, %0D and %0A, others a backslash. A backslash before anything else is part of
// a Windows path.
function unquote(value: string): string {
  return value
    .slice(1, -1)
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}

function readExtended(value: string | undefined): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value ?? '') ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
