import type { JsonObject, OperationFault } from '../api-model.ts';
import type { DocumentProblemCode } from '../document-error.ts';
import { pointerTo } from '../reference.ts';
import { MadeNames } from './made-names.ts';

/** One fault in a document that was read all the same. */
export interface DocumentFault extends OperationFault {
  /** The kind of fault. */
  readonly code: DocumentProblemCode;
}

/** What is known while a document is walked. */
export interface Mender {
  /** The document before the walk; references are looked up in it. It is not changed. */
  readonly document: JsonObject;
  /** Whether schemas are written in the words of OpenAPI 3.0: `nullable`, `exclusiveMinimum: true`. */
  readonly isOld: boolean;
  /** Whether the document was Swagger 2.0: pointers lead into that. */
  readonly isSwagger: boolean;
  /** Where the walk is. */
  readonly path: string[];
  /** Whose part the walk is in: an operation, a path or a component, by its pointer. */
  holder: string | undefined;
  readonly faults: Map<string, DocumentFault>;
  /** What stops a holder from being used, by holder. */
  readonly stopped: Map<string, OperationFault[]>;
  /** The components that a holder refers to, by holder. */
  readonly uses: Map<string, Set<string>>;
  /** Why a reference leads nowhere, or `undefined` because it leads somewhere, by kind and reference. */
  readonly followed: Map<string, string | undefined>;
  /** What is referred to by its place, and the name it gets. */
  readonly names: MadeNames;
  /** Names of security schemes that exist. */
  readonly schemes: Set<string>;
}

/** Begins a walk. */
export function createMender(
  document: JsonObject,
  version: Pick<Mender, 'isOld' | 'isSwagger'>,
): Mender {
  return {
    document,
    ...version,
    path: [],
    holder: undefined,
    faults: new Map(),
    stopped: new Map(),
    uses: new Map(),
    followed: new Map(),
    names: new MadeNames(document),
    schemes: new Set(),
  };
}

/** What is wrong, and whether those who need it can do without. */
export interface Finding {
  readonly code: DocumentProblemCode;
  readonly message: string;
  /** Members below the place where the walk is. */
  readonly at?: readonly string[];
  /**
   * Whether the place is left out for no more than a remark: nobody's answer depends on it.
   *
   * @defaultValue `false`
   */
  readonly harmless?: boolean;
}

/** Notes a fault at the place where the walk is. */
export function report(mender: Mender, { code, message, at = [], harmless }: Finding): void {
  const here = pointerTo(...mender.path, ...at);
  const pointer = mender.isSwagger ? inSwagger(here) : here;
  const key = `${code} ${pointer}`;
  // A place that is also reached by a reference is walked twice.
  if (!mender.faults.has(key)) mender.faults.set(key, { pointer, message, code });
  if (harmless === true || mender.holder === undefined) return;
  listIn(mender.stopped, mender.holder).push({ pointer, message });
}

/** Notes that the holder needs a component. */
export function noteUse({ holder, uses }: Mender, component: string): void {
  if (holder === undefined) return;
  const known = uses.get(holder);
  if (known === undefined) uses.set(holder, new Set([component]));
  else known.add(component);
}

/** What an operation is called as a holder, in the path item that it stands in. */
export function operationKey(pathItem: string, method: string): string {
  return `${pathItem} ${method}`;
}

/** Walks a part of the document that belongs to a holder; `undefined` for what stops nobody. */
export function within<T>(mender: Mender, holder: string | undefined, walk: () => T): T {
  const outer = mender.holder;
  mender.holder = holder;
  try {
    return walk();
  } finally {
    mender.holder = outer;
  }
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

const SWAGGER_PLACES: readonly (readonly [string, string])[] = [
  ['#/components/schemas/', '#/definitions/'],
  ['#/components/parameters/', '#/parameters/'],
  ['#/components/requestBodies/', '#/parameters/'],
  ['#/components/responses/', '#/responses/'],
  ['#/components/securitySchemes/', '#/securityDefinitions/'],
];

function inSwagger(pointer: string): string {
  const place = SWAGGER_PLACES.find(([upgraded]) => pointer.startsWith(upgraded));
  return place === undefined ? pointer : place[1] + pointer.slice(place[0].length);
}
