/** A piece of a path template. */
export interface PathPart {
  readonly kind: 'word' | 'parameter' | 'mixed';
  /** The word, or the name of the parameter. */
  readonly text: string;
}

/** A path template, taken apart. */
export interface PathParts {
  readonly parts: readonly PathPart[];
  /** The same for templates that differ in the names of parameters only: `/tasks/{}`. */
  readonly key: string;
}

/**
 * Takes a path template apart.
 *
 * @remarks `/tasks/{id}:cancel` is read as `/tasks/{id}/cancel`, `/Tasks({id})` as `/Tasks/{id}`, and
 * endings such as `.json` are left out: they say how, not what.
 */
export function readPath(template: string): PathParts {
  const parts = plainTemplate(template)
    .split('/')
    .filter((segment) => segment !== '')
    .map(readPart);
  return { parts, key: keyOf(parts) };
}

function plainTemplate(template: string): string {
  if (!/[:(]/.test(template)) return template;
  return template
    .replaceAll(/\('?(\{[^{}]+\})'?\)/g, '/$1')
    .replaceAll(/(\}|\/[^/{}:]+):([A-Za-z][\w-]*)(?=\/|$)/g, '$1/$2');
}

/** The key of the first pieces of a path. */
export function keyOf(parts: readonly PathPart[]): string {
  return parts.map(({ kind, text }) => `/${kind === 'parameter' ? '{}' : text}`).join('');
}

/** The template of some pieces. */
export function templateOf(parts: readonly PathPart[]): string {
  return parts.map(({ kind, text }) => `/${kind === 'parameter' ? `{${text}}` : text}`).join('');
}

/** The last word of a path, empty when it has none. */
export function lastWord(parts: readonly PathPart[]): string {
  return parts.findLast(({ kind }) => kind === 'word')?.text ?? '';
}

const searching = new Set(['search', 'list', 'find', 'query', 'filter', 'all', 'lookup']);

/** What a path calls its rows: the last word that does not say how they are chosen. */
export function rowsWord(parts: readonly PathPart[]): string {
  const word = parts.findLast(({ kind, text }) => kind === 'word' && !searching.has(text));
  return word?.text ?? lastWord(parts);
}

function readPart(segment: string): PathPart {
  const text = segment.includes('.') ? segment.replace(/\.(?:json|xml|\{format\})$/, '') : segment;
  const parameter = /^\{([^{}]+)\}$/.exec(text)?.[1];
  if (parameter !== undefined) return { kind: 'parameter', text: parameter };
  return text.includes('{')
    ? { kind: 'mixed', text: text.replaceAll(/\{[^{}]*\}/g, '{}') }
    : { kind: 'word', text };
}
