import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject, textOf } from '../json-reader.ts';
import { followRef } from './follow-ref.ts';
import type { ComponentKind } from './made-names.ts';
import { mendSchema } from './mend-schema.ts';
import { type Mender, report } from './mender.ts';
import { type Mend, mendItems, mendMembers } from './walk-members.ts';

const LOCATIONS: readonly (JsonValue | undefined)[] = [
  'path',
  'query',
  'header',
  'cookie',
  'querystring',
];

/** Mends a parameter; left out when it has no name or place. */
export const mendParameter: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'parameters',
    members: (parameter) => {
      if (typeof parameter['name'] === 'string' && LOCATIONS.includes(parameter['in'])) {
        return mendMembers(mender, parameter, mendHolderMember);
      }
      const message = 'a parameter needs a name, and in: path, query, header or cookie.';
      report(mender, { code: 'structure', message });
      return undefined;
    },
  });

/** Mends a header of an answer. */
export const mendHeader: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'headers',
    members: (header) => mendMembers(mender, header, mendHolderMember),
  });

/** Mends the body of a request. */
export const mendRequestBody: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'requestBodies',
    members: (body) => mendMembers(mender, body, mendHolderMember),
  });

/** Mends an answer; one that cannot be read is one without a body. */
export const mendResponse: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'responses',
    members: (response) => mendMembers(mender, response, mendHolderMember),
  }) ?? {};

/** Mends what stands under a media type. */
export const mendMediaType: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'mediaTypes',
    members: (media) => mendMembers(mender, media, mendHolderMember),
  }) ?? {};

/** Mends an example; nothing depends on one. */
export const mendExample: Mend = (mender, value) =>
  mendObject(mender, value, { kind: 'examples', members: (example) => example, harmless: true });

interface ObjectRules {
  readonly kind: ComponentKind;
  readonly members: (object: JsonObject) => JsonObject | undefined;
  readonly harmless?: boolean;
}

/** Mends an object or a reference to one; absent when it is neither. */
export function mendObject(
  mender: Mender,
  value: JsonValue,
  { kind, members, harmless = false }: ObjectRules,
): JsonObject | undefined {
  if (!isObject(value)) {
    const message = `cannot read it: one of ${kind} must be an object.`;
    // What nothing is written for, as YAML allows, says nothing.
    report(mender, { code: 'structure', message, harmless: harmless || value === null });
    return undefined;
  }
  if (value['$ref'] === undefined) return members(value);
  const $ref = followRef(mender, value['$ref'], kind);
  if ($ref === undefined) return undefined;
  return $ref === textOf(value, '$ref') ? value : { ...value, $ref };
}

const mendHolderMember: Mend = (mender, value, name) => {
  if (name === 'schema' || name === 'itemSchema') return mendSchema(mender, value);
  if (name === 'content') return mendMap(mender, value, mendContentMember);
  if (name === 'headers') return mendMap(mender, value, mendHeader);
  if (name === 'examples') return mendExamples(mender, value);
  if (name === 'encoding' && !isObject(value)) return mendMap(mender, value, mendExample);
  return value;
};

const mendContentMember: Mend = (mender, value, mediaType) => {
  if (/^[^\s/]+\/[^\s/]/.test(mediaType)) {
    return mendMediaType(mender, value, mediaType);
  }
  const message = `"${mediaType}" is no media type: write application/json, or the like.`;
  report(mender, { code: 'structure', message });
  return undefined;
};

/** Mends each member of an object; absent, and reported, when it is no object. */
export function mendMap(mender: Mender, value: JsonValue, mend: Mend): JsonObject | undefined {
  if (isObject(value)) return mendMembers(mender, value, mend);
  const message = `${mender.path.at(-1)} must be an object.`;
  report(mender, { code: 'structure', message, harmless: value === null });
  return undefined;
}

/** Mends each item of a list; absent, and reported, when it is no list. */
export function mendList(
  mender: Mender,
  value: JsonValue,
  mend: Mend,
): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return mendItems(mender, value, mend);
  const message = `${mender.path.at(-1)} must be a list.`;
  report(mender, { code: 'structure', message, harmless: value === null });
  return undefined;
}

// A list of examples is how a schema writes them, and some authors of everything else.
function mendExamples(mender: Mender, value: JsonValue): JsonValue | undefined {
  if (isObject(value)) return mendMembers(mender, value, mendExample);
  report(mender, { code: 'structure', message: 'examples must be an object.', harmless: true });
  return undefined;
}
