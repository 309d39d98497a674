import type { JsonObject, JsonSchema, JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';
import { followRef } from './follow-ref.ts';
import { type Mender, report } from './mender.ts';
import { SCHEMA_KEYWORDS } from './schema-keywords.ts';
import { upgradeSchema } from './upgrade-schema.ts';
import { mendItems, mendMembers } from './walk-members.ts';

// Deeper than any schema that was written by hand or from code; readers of a schema call themselves.
const MOST_SEGMENTS = 1_000;

/**
 * Gives a schema that every reader can walk: keywords of the right type, references that lead to
 * named schemas, the words of OpenAPI 3.1. What is wrong is reported and left out.
 */
export function mendSchema(mender: Mender, value: JsonValue): JsonSchema {
  if (typeof value === 'boolean') return value;
  if (value === null) {
    const message = 'nothing is written where a schema belongs: anything is allowed.';
    report(mender, { code: 'structure', message, harmless: true });
    return true;
  }
  const reason = refuse(mender, value);
  if (reason !== undefined || !isObject(value)) {
    report(mender, { code: 'structure', message: `cannot read the schema: ${reason}.` });
    return true;
  }
  const mended = mendMembers(mender, value, mendKeyword);
  return upgradeSchema(mended, mender.isOld);
}

function refuse({ path }: Mender, value: JsonValue): string | undefined {
  if (!isObject(value)) return 'it is neither an object nor a boolean';
  return path.length > MOST_SEGMENTS ? 'it is nested too deeply' : undefined;
}

function mendKeyword(mender: Mender, value: JsonValue, keyword: string): JsonValue | undefined {
  if (keyword === '$ref') return followRef(mender, value, 'schemas');
  const rule = SCHEMA_KEYWORDS.get(keyword);
  if (rule === undefined) return value;
  if ('accepts' in rule) {
    return rule.accepts(value) ? value : leaveOut(mender, keyword, { value, wants: rule.wants });
  }
  if (rule.holds === 'schema') return mendSchema(mender, value);
  if (rule.holds === 'schemas') return mendSchemas(mender, value, keyword);
  return Array.isArray(value)
    ? mendItems(mender, value, mendSchema)
    : leaveOut(mender, keyword, { value, wants: 'a list of schemas' });
}

function mendSchemas(mender: Mender, value: JsonValue, keyword: string): JsonObject | undefined {
  return isObject(value)
    ? mendMembers(mender, value, mendSchema)
    : leaveOut(mender, keyword, { value, wants: 'an object of schemas' });
}

// Generators write null for what is not set, and YAML reads nothing as null: nobody means more by it.
function leaveOut(
  mender: Mender,
  keyword: string,
  { value, wants }: { readonly value: JsonValue; readonly wants: string },
): undefined {
  const message = `${keyword} must be ${wants}.`;
  report(mender, { code: 'structure', message, harmless: value === null });
  return undefined;
}
