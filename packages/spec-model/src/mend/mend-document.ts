import type { JsonObject, JsonValue, OperationFault } from '../api-model.ts';
import { entriesOf, isObject, member } from '../json-reader.ts';
import { lookUp, pointerTo, segmentsOf } from '../reference.ts';
import { bindDynamic } from './bind-dynamic.ts';
import { cutEndless } from './cut-endless.ts';
import { findHits } from './find-hits.ts';
import { componentKey } from './follow-ref.ts';
import type { ComponentKind } from './made-names.ts';
import {
  mendExample,
  mendHeader,
  mendMap,
  mendMediaType,
  mendParameter,
  mendRequestBody,
  mendResponse,
} from './mend-content.ts';
import { mendCallback, mendPathItem } from './mend-operation.ts';
import { mendSchema } from './mend-schema.ts';
import { mendSchemes, mendSecurity } from './mend-security.ts';
import { createMender, type DocumentFault, type Mender, report, within } from './mender.ts';
import { type Mend, mendMembers } from './walk-members.ts';

/** A document that readers can rely on, and what it was not. */
export interface MendedDocument {
  /** OpenAPI 3.1 in which each value has its right type and each reference leads to a component. */
  readonly document: JsonObject;
  /** Everything that was left out or replaced. */
  readonly faults: readonly DocumentFault[];
  /** What an operation needs and has lost, by the operation's pointer; empty when nothing. */
  readonly faultsOf: (pointer: string) => readonly OperationFault[];
}

/** Where the document comes from, and who reads it. */
export interface Mending {
  /** Whether it was Swagger 2.0: pointers lead into that. */
  readonly isSwagger?: boolean;
  /** Whether schemas that apply to themselves stay: types can be endless, checks cannot. */
  readonly keepsEndless?: boolean;
}

const COMPONENTS: ReadonlyMap<string, Mend> = new Map<ComponentKind, Mend>([
  ['schemas', mendSchema],
  ['parameters', mendParameter],
  ['responses', mendResponse],
  ['requestBodies', mendRequestBody],
  ['headers', mendHeader],
  ['examples', mendExample],
  ['callbacks', mendCallback],
  ['pathItems', mendPathItem],
  ['mediaTypes', mendMediaType],
]);

/**
 * Walks a bundled document of OpenAPI 3 once and gives one that is sound: what is wrong is reported
 * with its pointer and left out, and nothing else changes but the words of 3.0 into those of 3.1.
 *
 * @param written - Is not changed; the parts that are sound are shared with the result.
 * @param how - Where the document comes from, and who reads it.
 */
export function mendDocument(written: JsonObject, how: Mending = {}): MendedDocument {
  const isOld = String(written['openapi']).startsWith('3.0');
  const document = isOld ? written : bindDynamic(written);
  const mender = createMender(document, { isOld, isSwagger: how.isSwagger === true });
  // First, because security requirements name them.
  const schemes = at(mender, ['components', 'securitySchemes'], () =>
    mendSchemes(mender, member(member(document, 'components'), 'securitySchemes') ?? {}),
  );
  const walked = mendMembers(mender, document, mendRootMember);
  const components = withNamed(mender, {
    ...objectOf(member(walked, 'components')),
    securitySchemes: schemes,
  });
  const named = objectOf(components['schemas']);
  const schemas = how.keepsEndless === true ? named : cutEndless(mender, named);
  return {
    document: {
      ...walked,
      ...webhooksOf(walked),
      ...(isOld ? { openapi: '3.1.1' } : {}),
      components: { ...components, schemas },
    },
    faults: [...mender.faults.values()],
    faultsOf: findHits(mender),
  };
}

const mendRootMember: Mend = (mender, value, name) => {
  if (name === 'paths') return mendMap(mender, value, mendPath);
  if (name === 'webhooks' || name === 'x-webhooks') return mendMap(mender, value, mendPathItem);
  if (name === 'components') return mendMap(mender, value, mendComponents);
  return name === 'security' ? mendSecurity(mender, value) : value;
};

const mendPath: Mend = (mender, value, name) => {
  if (name.startsWith('x-')) return value;
  if (name.startsWith('/')) {
    return within(mender, pointerTo('paths', name), () => mendPathItem(mender, value, name));
  }
  report(mender, { code: 'structure', message: 'a path must begin with a slash.' });
  return undefined;
};

const mendComponents: Mend = (mender, value, kind) => {
  const mend = COMPONENTS.get(kind);
  if (mend === undefined) return value;
  return mendMap(mender, value, (_, component, name) =>
    within(mender, componentKey(kind, name), () => mend(mender, component, name)),
  );
};

/** Adds what is referred to by its place, under the name that it got. */
function withNamed(mender: Mender, components: JsonObject): JsonObject {
  const draft: { [kind: string]: JsonValue } = { ...components };
  for (const { kind, name, ref } of mender.names.all()) {
    const target = lookUp(mender.document, ref) ?? {};
    const mend = COMPONENTS.get(kind);
    const mended = at(mender, segmentsOf(ref), () =>
      within(mender, componentKey(kind, name), () => mend?.(mender, target, name)),
    );
    if (mended !== undefined) draft[kind] = { ...objectOf(draft[kind]), [name]: mended };
  }
  return draft;
}

function at<T>(mender: Mender, path: readonly string[], walk: () => T): T {
  mender.path.push(...path);
  const result = walk();
  mender.path.length = 0;
  return result;
}

// Before 3.1 webhooks were an extension.
function webhooksOf(document: JsonObject): JsonObject {
  const old = member(document, 'x-webhooks');
  return isObject(old) && entriesOf(document, 'webhooks').length === 0 ? { webhooks: old } : {};
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
