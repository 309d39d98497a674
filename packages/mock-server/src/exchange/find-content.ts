import type { ApiContent } from '@product/spec-model';

/** A content type as a header writes it. */
export interface ContentType {
  /** In lower case, without parameters: `application/json`. */
  readonly name: string;
  /** Parameters by their names in lower case: `charset`, `boundary`. */
  readonly parameters: ReadonlyMap<string, string>;
}

// RFC 9110 §5.6.2 (token), with the slash between two of them.
const mediaTypeName = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;
const oneParameter = /;[ \t]*([\w!#$%&'*+.^`|~-]+)=("(?:[^"\\]|\\.)*"|[^;"\s]*)/g;

/**
 * Reads a media type.
 *
 * @returns Absent when it is none.
 * @see RFC 9110 §8.3.1
 */
export function readContentType(text: string): ContentType | undefined {
  const name = (text.split(';')[0] ?? '').trim().toLowerCase();
  if (!mediaTypeName.test(name)) return undefined;
  const parameters = new Map<string, string>();
  if (text.includes(';')) {
    for (const [, key = '', value = ''] of text.matchAll(oneParameter)) {
      const plain = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
      parameters.set(key.toLowerCase(), plain);
    }
  }
  return { name, parameters };
}

/**
 * The body described for a media type: with the same parameters, then without them, then
 * `application/*`, then anything.
 */
export function findContent(
  content: readonly ApiContent[],
  { name, parameters }: ContentType,
): ApiContent | undefined {
  for (const wanted of [name, `${name.split('/')[0]}/*`, '*/*']) {
    const found = content.filter(({ mediaType }) => nameOf(mediaType) === wanted);
    if (found.length < 2) {
      if (found[0] !== undefined) return found[0];
      continue;
    }
    return found.find((entry) => hasParameters(entry, parameters)) ?? found[0];
  }
  return undefined;
}

function nameOf(mediaType: string): string {
  const plain = mediaType.includes(';') ? (mediaType.split(';')[0] ?? '') : mediaType;
  const name = plain.trim().toLowerCase();
  return name === '*' ? '*/*' : name;
}

function hasParameters({ mediaType }: ApiContent, sent: ContentType['parameters']): boolean {
  const described = readContentType(mediaType)?.parameters ?? new Map<string, string>();
  return [...described].every(([key, value]) => sent.get(key) === value);
}
