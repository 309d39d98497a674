/** A path, a `file:` URL, or what such a file holds, already parsed. */
export type DocumentSource = string | URL | object;

/** The same source, with a text that is a `file:` URL made into a URL. */
export function asUrl<S extends DocumentSource>(source: S): S | URL {
  return typeof source === 'string' && /^file:/i.test(source) ? new URL(source) : source;
}

/** Which files may be read, and who hears of them. */
export interface FileRules {
  /**
   * Hears of each local file that is looked for, by its absolute path, whether it is there or not:
   * what to watch for changes.
   */
  readonly onFile?: (path: string) => void;
  /**
   * Whether what is at `http:` and `https:` URLs is fetched.
   *
   * @defaultValue `false`
   */
  readonly allowRemote?: boolean;
}
