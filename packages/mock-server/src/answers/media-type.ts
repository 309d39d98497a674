/** A media type or range, taken apart. Everything in lower case but the values of parameters. */
export interface MediaType {
  /** `application`, or `*`. */
  readonly type: string;
  /** `json`, `problem+json`, or `*`. */
  readonly subtype: string;
  /** By name, `q` included; values without their quotes. */
  readonly parameters: ReadonlyMap<string, string>;
}

const shape = /^\s*([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)\s*(?:;|$)/;

/**
 * Takes a media type apart.
 *
 * @returns Absent when the text is none.
 * @see RFC 9110 §8.3.1
 */
export function parseMediaType(text: string): MediaType | undefined {
  const [, type, subtype] = shape.exec(text) ?? [];
  if (type === undefined || subtype === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const part of text.split(';').slice(1)) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const value = part.slice(at + 1).trim();
    parameters.set(part.slice(0, at).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1'));
  }
  return { type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters };
}

/** What kinds of media types there are, as far as writing a body goes. */
export type MediaKind =
  | 'json'
  | 'json-lines'
  | 'events'
  | 'xml'
  | 'form'
  | 'csv'
  | 'html'
  | 'text'
  | 'binary';

// The first pattern that fits decides.
const kinds: readonly (readonly [RegExp, MediaKind])[] = [
  [/[/+](json-seq|x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines)$/, 'json-lines'],
  [/^text\/event-stream$/, 'events'],
  [/[/+.-]json5?$|^(application|text)\/(x-)?yaml$|[+]yaml$/, 'json'],
  [/^image\//, 'binary'],
  [/[/+]xml$/, 'xml'],
  [/^text\/(csv|tab-separated-values)$|^application\/csv$/, 'csv'],
  [/^text\/html$/, 'html'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^text\/|^application\/(javascript|graphql|sql|x-sh|toml)$/, 'text'],
];

const known = new Map<string, MediaKind>();

/** Which kind a concrete media type is; what is not known is binary. */
export function kindOf(mediaType: string): MediaKind {
  const found = known.get(mediaType);
  if (found !== undefined) return found;
  const name = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'binary';
  // Types come from documents; the bound is for a client that may name its own below `*/*`.
  if (known.size < 1000) known.set(mediaType, kind);
  return kind;
}

const concrete: { readonly [range: string]: string } = {
  '*': 'application/json',
  application: 'application/json',
  text: 'text/plain',
  image: 'image/png',
  audio: 'audio/mpeg',
  video: 'video/mp4',
};

/** A media type that lies in a range; a type that is no range as it is. */
export function concreteType(documented: string): string {
  const parsed = parseMediaType(documented);
  if (parsed === undefined) return 'application/octet-stream';
  if (parsed.subtype !== '*') return documented.trim();
  return Object.hasOwn(concrete, parsed.type)
    ? (concrete[parsed.type] ?? documented)
    : 'application/octet-stream';
}
