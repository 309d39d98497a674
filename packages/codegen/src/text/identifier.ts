/**
 * Makes an identifier that begins with a small letter: `task_id` → `taskId`.
 *
 * @remarks Only ASCII letters and digits of the text survive: an identifier is the one place where
 * a document's text becomes code without quotes around it.
 *
 * @param text - Any text of the document.
 * @param fallback - Used when nothing of the text survives.
 */
export function camelCase(text: string, fallback = 'value'): string {
  const name = pascalCase(text, fallback);
  const [capitals = ''] = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(name) ?? [];
  return capitals.toLowerCase() + name.slice(capitals.length);
}

/** Makes an identifier that begins with a capital: `task.created` → `TaskCreated`. */
export function pascalCase(text: string, fallback = 'Value'): string {
  const joined = wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  if (joined === '') {
    return pascalCase(fallback);
  }
  return /^\d/.test(joined) ? `N${joined}` : joined;
}

/** Makes a file name: `apiKeys` → `api-keys`. */
export function kebabCase(text: string): string {
  return pascalCase(text)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Says a name in words: `apiKeys` → `api keys`. */
export function spokenName(text: string): string {
  return kebabCase(text).replaceAll('-', ' ');
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

/** Gives each name once: a second claim on `Task` becomes `TaskModel`, a third `TaskModel2`. */
export class NameRegister {
  readonly #taken: Set<string>;

  /** @param reserved - Names that nobody may have. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /**
   * Takes a name.
   *
   * @param wanted - The name if it is free.
   * @param suffix - What tells it from the owner if it is not.
   */
  claim(wanted: string, suffix: string): string {
    let name = wanted;
    for (let count = 1; this.#taken.has(name); count += 1) {
      name = `${wanted}${suffix}${count === 1 ? '' : count}`;
    }
    this.#taken.add(name);
    return name;
  }
}
