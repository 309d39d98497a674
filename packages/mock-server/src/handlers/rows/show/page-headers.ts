import type { JsonValue } from '@product/spec-model';
import { foldName } from '../../../infer/fold-name.ts';
import type { PageFact } from '../../../infer/role.ts';
import { tellFact } from '../../../infer/tell-fact.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Call } from '../../handler.ts';

const kept = new WeakMap<Operation, readonly (readonly [string, PageFact])[]>();

const none = {};

/** The headers in which the document says that a list tells about its page: `X-Total-Count`. */
export function pageHeaders(
  { core, operation }: Call,
  factOf: (fact: PageFact) => JsonValue,
): { readonly [name: string]: string } {
  const told = keepIn(kept, operation, () => readHeaders(core.schemas, operation));
  if (told.length === 0) return none;
  const values = told.map(([name, fact]) => [name, factOf(fact)] as const);
  return Object.fromEntries(
    values.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]),
  );
}

function readHeaders(
  schemas: Call['core']['schemas'],
  operation: Operation,
): readonly (readonly [string, PageFact])[] {
  const headers = operation.responseFor(operation.successStatus)?.headers ?? [];
  return headers.flatMap(({ name }) => {
    // A header is a text, and many a document says no more of it.
    const folded = foldName(name).replace(/^x?(pagination)?/, '');
    const member = { name: folded, schema: { type: 'integer' }, place: '', isCursor: false };
    const fact = tellFact(schemas, member);
    return fact === undefined ? [] : [[name, fact] as const];
  });
}
