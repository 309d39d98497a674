import type { ApiModel, JsonValue } from '@product/spec-model';
import { atPointer } from '../../model/json-read.ts';

/** A schema and where it stands. */
export interface Place {
  readonly schema: JsonValue;
  /** RFC 6901, from the document's root for components. */
  readonly pointer: string;
  /** What `#` means in it; itself when absent. */
  readonly root?: Home;
}

/** A schema that a `#` leads to. */
export type Home = Omit<Place, 'root'>;

/** Where a reference stands. */
export interface Origin {
  readonly schemas: ApiModel['schemas'];
  /** The outermost schema around it. */
  readonly root: Home;
}

/** Where components are in a document. */
export const components = '/components/schemas';

/** Finds what a reference that is a pointer means: a component, or a place in the schema around it. */
export function findTarget({ schemas, root }: Origin, ref: string): Place | undefined {
  if (!ref.startsWith('#')) return undefined;
  const pointer = decode(ref.slice(1));
  if (pointer === '') return root;
  if (!pointer.startsWith(`${components}/`)) return below(root, pointer);
  const [token = '', ...rest] = pointer.slice(components.length + 1).split('/');
  const schema = atPointer(schemas, `/${token}`);
  if (schema === undefined) return undefined;
  const home = { schema, pointer: `${components}/${token}` };
  return rest.length === 0 ? home : below(home, `/${rest.join('/')}`);
}

/** What stands at a pointer in a schema. */
export function below(root: Home, pointer: string): Place | undefined {
  const schema = pointer.startsWith('/') ? atPointer(root.schema, pointer) : undefined;
  return schema === undefined ? undefined : { schema, pointer: root.pointer + pointer, root };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
