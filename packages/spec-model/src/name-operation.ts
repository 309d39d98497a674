/** What an operation may be named by. */
export interface Unnamed {
  readonly operationId: string | undefined;
  /** The first tag. */
  readonly tag: string | undefined;
  /** In lower case. */
  readonly method: string;
  readonly path: string;
}

/** The name of an operation, whole and in its two parts. */
export interface OperationName {
  readonly id: string;
  readonly resource: string;
  readonly verb: string;
}

/**
 * Names an operation: by an operationId of the form `resource.verb`; else by the first tag and the
 * operationId; else by method and path.
 *
 * @param unnamed - What the document says of it.
 * @param taken - Ids already given; the new one is added, so that made names stay unique.
 */
export function nameOperation(unnamed: Unnamed, taken: Set<string>): OperationName {
  const id = unnamed.operationId || freeId(wordsOf(unnamed), taken);
  taken.add(id);
  const dot = id.indexOf('.');
  if (dot > 0 && dot < id.length - 1) {
    return { id, resource: id.slice(0, dot), verb: id.slice(dot + 1) };
  }
  return { id, resource: unnamed.tag ?? firstWord(unnamed.path), verb: id };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) {
    id = `${wanted}${count}`;
  }
  return id;
}

/** `GET /pets/{pet_id}` → `getPetsByPetId`. */
function wordsOf({ method, path }: Unnamed): string {
  const parts = path.split('/').filter(Boolean);
  return parts.reduce((name, part) => {
    const words = part.split(/[^A-Za-z0-9]+/).filter(Boolean);
    const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    return name + (part.startsWith('{') ? `By${joined}` : joined);
  }, method);
}

function firstWord(path: string): string {
  const words = path.split('/').filter((part) => part !== '' && !part.includes('{'));
  return words.find((word) => !/^v\d/.test(word)) ?? words[0] ?? 'default';
}
