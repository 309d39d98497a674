import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject, textOf } from '../json-reader.ts';
import { lookUp, segmentsOf } from '../reference.ts';
import type { ComponentKind } from './made-names.ts';
import { type Mender, noteUse, report } from './mender.ts';

// A pointer in a URI fragment escapes with it; one that escapes nothing throws in most readers.
const BROKEN_PERCENT = /%(?![0-9a-f]{2})/i;
const MOST_STEPS = 32;

/**
 * Checks a reference and leads it to a named component.
 *
 * @param mender - The walk.
 * @param ref - As the document writes it.
 * @param kind - What stands where the reference is.
 * @returns The reference to write instead, perhaps the same; absent when it leads nowhere.
 */
export function followRef(mender: Mender, ref: JsonValue, kind: ComponentKind): string | undefined {
  const reason = typeof ref === 'string' ? knownReason(mender, ref, kind) : 'it is not a text';
  if (typeof ref !== 'string' || reason !== undefined) {
    const harmless = kind === 'examples' || kind === 'callbacks';
    const message = `cannot follow ${JSON.stringify(ref)}: ${reason}.`;
    report(mender, { code: 'dangling-ref', message, harmless });
    return undefined;
  }
  const [place, itsKind, ...rest] = segmentsOf(ref);
  const isNamed = place === 'components' && itsKind === kind && rest.length === 1;
  const name = isNamed ? (rest[0] ?? '') : mender.names.nameOf(kind, ref);
  noteUse(mender, componentKey(kind, name));
  return isNamed && !BROKEN_PERCENT.test(ref)
    ? ref
    : `#/components/${kind}/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
}

/** What a component is called as a holder of faults. */
export function componentKey(kind: string, name: string): string {
  return `${kind} ${name}`;
}

function knownReason(mender: Mender, ref: string, kind: ComponentKind): string | undefined {
  const { followed } = mender;
  const key = `${kind} ${ref}`;
  if (followed.has(key)) return followed.get(key);
  const reason = whyNot(ref) ?? whyNotFound(mender.document, ref, kind);
  followed.set(key, reason);
  return reason;
}

function whyNot(ref: string): string | undefined {
  if (/^https?:/i.test(ref)) return 'it is remote, and was not fetched';
  if (!ref.startsWith('#')) return 'there is no such file, or no such place in it';
  if (ref.startsWith('#/')) return undefined;
  return 'only JSON pointers such as #/components/schemas/A are followed';
}

function whyNotFound(document: JsonObject, ref: string, kind: ComponentKind): string | undefined {
  const target = lookUp(document, ref);
  if (target === undefined) return 'there is nothing at its end';
  // Schemas may lead to schemas; those that lead back are found when all are known.
  return kind === 'schemas' ? undefined : whyEndless(document, target);
}

function whyEndless(document: JsonObject, first: JsonValue): string | undefined {
  let here: JsonValue | undefined = first;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = isObject(here) ? textOf(here, '$ref') : undefined;
    if (next === undefined) return undefined;
    here = lookUp(document, next);
  }
  return 'it leads back to itself, or to a reference too often';
}
